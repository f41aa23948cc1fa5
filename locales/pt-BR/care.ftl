# The helpers around a visit: how long the card lasts, which procedure it is, what to bring.

care-resume = Agora, de volta ao que estávamos fazendo.
care-point = - { $text }
month-year = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }

# How long the card lasts. `standing` says whether the date is over, can be renewed now, or later.
expiry-ask = Vamos ver até quando vale o cartão e quando você pode renová-lo. Escolha o que você sabe. As datas que você escrever não são guardadas.
expiry-ask-printed =
    Escreva a data de validade (有効期限) impressa na frente do cartão.
    Por exemplo: 10 de maio de 2031, 2031-05-10
expiry-ask-issued =
    Escreva a data em que o cartão foi emitido (não a data em que você o retirou). Se não tiver certeza, pode ser uma data aproximada.
    Por exemplo: 1 de maio de 2024, 2024-05-01
expiry-ask-renewed = Esse cartão veio de uma renovação feita nos 3 meses antes de o cartão anterior vencer?
expiry-ask-birth =
    Escreva a data de nascimento do titular do cartão. Ela serve só para o cálculo e não é guardada.
    Por exemplo: 3 de março de 1985, 1985-03-03
expiry-ask-stay =
    Escreva a data de validade impressa na frente do cartão (o último dia do período de permanência).
    Por exemplo: 30 de abril de 2027, 2027-04-30
expiry-ask-permit = O cartão vence em { $end }. Como está a renovação do período de permanência (在留期間)?
expiry-ask-order = Qual das duas datas é?
expiry-ask-birth-order = Essa data pode ser lida de duas formas. O primeiro número é o dia ou o mês?
expiry-date-unclear = Desculpe, não conseguimos ler a data. Escreva o dia, o mês e o ano.
expiry-date-implausible = Não dá para calcular com essa data. Confira o ano e escreva de novo.
expiry-result = { $lines }
expiry-guide = Isto é só uma referência. Vale a data impressa no cartão. A validade dos certificados eletrônicos pode ser vista no balcão ou no Mynaportal.
expiry-card = { $standing ->
    [over] O cartão venceu em { $end }. Solicite um cartão novo. É grátis se você devolver o antigo.
    [now] O cartão vence em { $end }. Você já pode solicitar a renovação. O cartão leva 1–2 meses para ficar pronto; solicite logo.
   *[later] O cartão vence em { $end }. A renovação pode ser solicitada a partir de { $from }.
}
expiry-certificate = { $standing ->
    [over] Os certificados eletrônicos (電子証明書) valiam até { $end } e, se não foram renovados, já venceram. O balcão emite novos (grátis).
    [now] Os certificados eletrônicos (電子証明書) valem até { $end }. Você já pode renová-los no balcão (grátis).
   *[later] Os certificados eletrônicos (電子証明書) valem até { $end }. A renovação pode ser feita no balcão a partir de { $from } (grátis).
}
expiry-certificate-with-card = Os certificados eletrônicos (電子証明書) vencem no mesmo dia. Ao renovar o cartão, eles também são renovados.
expiry-certificate-by-print = { $standing ->
    [over] Certificados eletrônicos (電子証明書): se o cartão foi feito com 18 anos ou mais, valiam até { $end } e, se não foram renovados, já venceram. Se foi feito com menos de 18 anos, vencem junto com o cartão.
    [now] Certificados eletrônicos (電子証明書): se o cartão foi feito com 18 anos ou mais, valem até { $end } e já podem ser renovados. Se foi feito com menos de 18 anos, vencem junto com o cartão.
   *[later] Certificados eletrônicos (電子証明書): se o cartão foi feito com 18 anos ou mais, valem até { $end } e podem ser renovados a partir de { $from }. Se foi feito com menos de 18 anos, vencem junto com o cartão.
}
expiry-signature-from = O certificado de assinatura (署名用電子証明書) pode ser emitido no balcão, se você quiser, a partir do 15º aniversário, { $from }.
expiry-insurance-until = Como cartão do seguro de saúde, ainda funciona até { $until }, mas renove logo.
expiry-near-age-limit = A validade depende da idade no dia da solicitação, e aqui ela está perto do limite. Veja a data impressa ou confirme no balcão.
expiry-leap-day = Para quem nasceu em 29 de fevereiro, calculamos com 28 de fevereiro. Confirme no balcão.
expiry-stay-granted = Venha ao balcão até { $end } para estender o cartão até o último dia do novo período de permanência (grátis). O limite é o 10º aniversário depois que o cartão foi feito (o 5º para menores de 18 anos). Com a extensão, os certificados eletrônicos (電子証明書) deixam de funcionar; emita novos junto (grátis).
expiry-stay-pending = Venha ao balcão até { $end } para estender o cartão, só 1 vez, até { $until } (特例期間延長, grátis). Traga o Cartão My Number, o PIN de 4 números (暗証番号) e o cartão de permanência (在留カード) com o carimbo 在留期間更新許可申請中 (se solicitou on-line, o e-mail de confirmação). Quando sair a permissão, venha de novo.
expiry-stay-not-yet = O cartão vence em { $end }. Mesmo renovando o período de permanência, a validade do cartão não é estendida automaticamente, e não chega aviso. Primeiro solicite a renovação na Imigração; quando sair a permissão, venha ao balcão até { $end }. Se não der tempo, o cartão pode ser estendido por 2 meses, só 1 vez, enquanto a solicitação está em análise.
expiry-stay-over = O cartão venceu em { $end } e não pode mais ser estendido. Solicite um cartão novo. Leva mais de 1 mês e a taxa é de 1.000 ienes.

renewal-kept = Vamos enviar um aviso em { $month }. Só guardamos esse mês.
renewal-dropped = { $kind ->
    [card] Não vamos enviar o aviso da renovação do cartão.
    [certificate] Não vamos enviar o aviso da renovação dos certificados eletrônicos.
   *[stay] Não vamos enviar o aviso ligado ao período de permanência.
}
renewal-due = { $kind ->
    [card] Você já pode renovar o Cartão My Number. O cartão leva 1–2 meses para ficar pronto; solicite logo.
    [certificate] Você já pode renovar os certificados eletrônicos (電子証明書). Venha ao balcão com o cartão e os PINs.
   *[stay] Seu Cartão My Number vence em breve. Depois de renovar o período de permanência, estenda o cartão no balcão antes que passe a data de validade dele.
}

choice-expiry = Consultar a validade
choice-expiry-again = Consultar outra data
choice-have-printed = Sei a data impressa no cartão
choice-have-birth = Sei a data de nascimento e a de emissão
choice-have-stay = Tenho período de permanência (在留期間)
choice-renewed = Sim, renovei antes de vencer
choice-not-renewed = Não, ou não sei
choice-permit-granted = A permissão saiu
choice-permit-pending = Solicitei, estou esperando
choice-permit-not-yet = Ainda não solicitei
choice-day-first = O dia vem primeiro
choice-month-first = O mês vem primeiro
choice-remind = { $kind ->
    [card] Avisar em { $month } (cartão)
    [certificate] Avisar em { $month } (certificados)
   *[stay] Avisar em { $month } (período de permanência)
}
choice-unremind = { $kind ->
    [card] Cancelar o aviso (cartão)
    [certificate] Cancelar o aviso (certificados)
   *[stay] Cancelar o aviso (período de permanência)
}

# Which procedure it is. Questions:
choice-finder = Não sei qual procedimento
choice-book-for = Reservar: { $procedures }
find-ask-what = Vamos encontrar juntos o procedimento certo. Qual é o assunto?
find-ask-who = Quem vem ao balcão?
find-ask-who-applies = De quem é o cartão? Para solicitar no balcão, o titular precisa vir.
find-ask-reason = Por que o titular não pode vir?
find-ask-which-date = O aviso ou o envelope fala da validade de quê?
find-ask-letter = Você tem o formulário de consulta e resposta (照会書兼回答書) que veio com o aviso de vencimento?
find-ask-pin-state = Qual é a situação do PIN (暗証番号)?
find-ask-move = O que mudou?
find-ask-signature = O certificado de assinatura (署名用電子証明書), usado no e-Tax, por exemplo, deixa de funcionar quando o endereço ou o nome muda. Quer emitir um novo?
find-ask-nationality = Qual é a nacionalidade do titular do cartão?
find-ask-lost =
    Primeiro, ligue e suspenda o cartão (24 horas, grátis).
    { $foreign } (em português)
    { $national } (opção 2, em japonês)

    Onde você perdeu o cartão?
find-ask-stay-state = Como está a renovação do período de permanência (在留期間)?
find-ask-new-card = Que tipo de solicitação é?
find-ask-insurance = O que você quer registrar?
find-ask-other = Pode ser assunto de outro setor. Escolha o mais próximo.

# Answers:
find-collect = Recebi o cartão-postal / quero retirar o cartão
find-notice = Recebi aviso de renovação / está para vencer
find-pin-trouble = PIN esquecido ou bloqueado
find-moved = Mudei de endereço / meu nome mudou
find-card-lost = Cartão perdido ou roubado
find-stay = Período de permanência acabando ou renovado
find-new = Primeiro cartão / cartão danificado
find-use-it = Registrar seguro de saúde ou conta
find-something-else = Outro assunto
find-myself = O próprio titular
find-with-child = Menor de 15 anos com pai ou mãe (representante legal)
find-somebody-else = Só um representante
find-good-reason = 75 anos ou mais, aluno até o ensino médio, internação longa, instituição, deficiência, cuidados ou apoio (要介護・要支援), gravidez, estudos no exterior etc.
find-busy = Trabalho, deslocamento diário, viagem curta
find-card-date = Do cartão
find-certificate-date = Dos certificados eletrônicos (電子証明書)
find-not-sure = Não sei
find-has-letter = Tenho
find-no-letter = Não tenho
find-pin-forgotten = Esqueci ou está bloqueado
find-pin-known = Sei e quero trocar
find-into-city = Vim de outra cidade
find-within-city = Mudei dentro da cidade
find-out-of-city = Vou para outra cidade
find-abroad = Vou para o exterior
find-name-changed = O nome mudou
find-with-signature = Sim, emitir um novo
find-without-signature = Não
find-japanese = Japonesa
find-other-nationality = Outra
find-lost-outside = Fora de casa, ou foi roubado
find-lost-at-home = Em casa, ou não sei
find-found-again = Achei depois de suspender
find-stay-granted = A permissão saiu
find-stay-pending = Solicitei, estou esperando
find-stay-not-yet = Ainda não solicitei
find-stay-passed = O cartão já venceu
find-permanent = Residente permanente (永住者), permanente especial (特別永住者) etc.
find-first = Primeiro cartão
find-damaged = Cartão danificado
find-as-insurance-card = Usar como cartão do seguro de saúde
find-money-account = Conta para dinheiro público (公金受取口座)
find-insurance-itself = Entrar ou sair do seguro de saúde, 資格確認書
find-records = Registro de residente, carimbo, registro de família (戸籍)
find-passport = Passaporte
find-pension = Pensão e aposentadoria
find-portal = Uso do Mynaportal
find-visa = Visto, cartão de permanência (在留カード)
find-licence = Carteira de motorista
find-none-of-it = Nenhum destes

# What was found.
find-found =
    O procedimento é: { $procedures } (cerca de { $minutes } minutos).

    Quem vem: { $visitor }
    O que levar
    { $documents }{ $some ->
        [yes] { "" }

            Atenção
            { $notes }
       *[no] { "" }
    }
find-note-think-of-pins = Pense antes nos PINs: um de 4 números e um de 6–16 letras e números.
find-note-child-comes-too = Traga a criança junto.
find-note-fill-in-postcard = O próprio titular escreve a resposta, a procuração e os PINs no cartão-postal. Os PINs ficam cobertos com o adesivo.
find-note-come-yourself = Trabalho ou viagem curta não são motivo para um representante retirar. O balcão também abre em alguns domingos.
find-note-apply-online = Você também pode solicitar por smartphone ou correio, sem vir ao balcão.
find-note-collect-later = O cartão leva 1–2 meses para ficar pronto. Venha de novo para retirar.
find-note-free-with-old-card = É grátis se você devolver o cartão antigo.
find-note-sealed-letter = O titular preenche todo o formulário de consulta e resposta, inclusive os PINs atuais, e lacra o envelope. Traga sem abrir. Se faltar algo ou um PIN estiver errado, será preciso vir de novo.
find-note-two-visits = São 2 visitas: primeiro, faça o pedido no balcão. O formulário de consulta e resposta (照会書兼回答書) é enviado ao titular, que o preenche e lacra. Depois, volte com ele.
find-note-kiosk-reset = Se você lembra o PIN de assinatura (署名用, 6–16 letras e números) ou o de identificação do usuário (利用者証明用, 4 números), também pode redefinir o outro com o aplicativo e a máquina do konbini (grátis). Os demais PINs e os certificados eletrônicos vencidos são tratados no balcão.
find-note-file-the-move = Primeiro, apresente a notificação de entrada (転入届) ou de mudança na cidade (転居届) em até 14 dias da mudança. Traga os cartões de toda a família.
find-note-within-ninety-days = Faça o procedimento de uso contínuo do cartão (継続利用) em até 90 dias da notificação de entrada (転入届). Sem ele, o cartão perde a validade.
find-note-household-may-come = Alguém do mesmo domicílio que saiba o PIN de 4 números também pode fazer a mudança de endereço no cartão e o uso contínuo. Para emitir também o certificado de assinatura (署名用電子証明書), traga a procuração (委任状) em que o titular escreveu o PIN, em envelope lacrado.
find-note-register-first = Venha depois da notificação do registro de família (戸籍), quando o nome já tiver mudado no registro de residente.
find-note-before-leaving = Faça junto com a notificação de saída para o exterior (転出届), até a véspera da partida. O cartão continua valendo no exterior.
find-note-suspend-first = Primeiro, suspenda o cartão por telefone: { $foreign } (em português) ou { $national } (24 horas, opção 2, em japonês)
find-note-tell-police = Comunique à polícia e anote o número de registro (受理番号).
find-note-reissue-fee = A taxa é de 1.000 ienes (800 ienes sem certificado eletrônico). Conforme o motivo, pode ser grátis.
find-note-fast-issue = Em até 30 dias da comunicação da perda, você também pode pedir a emissão rápida (特急発行): cerca de 1 semana, 2.000 ienes.
find-note-lift-suspension = Só o balcão cancela a suspensão. Traga o cartão e um documento de identificação. O certificado de assinatura é emitido de novo.
find-note-before-the-date = Venha antes que passe a data de validade do cartão. Depois, não dá mais para estender.
find-note-data-takes-time = Os dados da Imigração podem levar cerca de 1 dia para chegar à prefeitura. Reserve para o dia seguinte à permissão ou depois.
find-note-certificates-anew = Com a extensão, os certificados eletrônicos (電子証明書) deixam de funcionar. Emita novos junto (grátis).
find-note-two-months-more = Enquanto espera a permissão, o cartão pode ser estendido por 2 meses, só 1 vez. Traga o cartão de permanência com o carimbo 在留期間更新許可申請中 ou o e-mail de confirmação. Quando sair a permissão, venha de novo.
find-note-too-late-to-extend = O cartão vencido não pode ser estendido. Solicita-se um novo.
find-note-bring-the-card = Traga também o cartão danificado.

# Where it is done instead.
find-place-expiry-helper = Vamos ver qual das validades está perto. Continue abaixo.
find-place-home = O PIN que você sabe pode ser trocado no aplicativo Mynaportal, sem vir ao balcão. Se não der certo, ligue para { $phone } (em japonês).
find-place-new-city = Apresente a notificação de saída (転出届) no Setor do Cidadão (市民課) ou pelo Mynaportal. O cartão é tratado no balcão da nova cidade: leve-o e apresente a notificação de entrada (転入届) em até 14 dias da mudança.
find-place-moving-out = Devolva o cartão no Setor do Cidadão (市民課) ao apresentar a notificação de saída para o exterior (転出届). O cartão de quem tem nacionalidade estrangeira perde a validade no dia da saída.
find-place-immigration = Os procedimentos de permanência são feitos na Agência de Imigração (出入国在留管理庁), telefone { $immigration }. Quando sair a permissão, venha a este balcão antes que passe a data de validade do cartão.
find-place-insurance-section = Sobre entrada no seguro de saúde ou certificado de elegibilidade (資格確認書), pergunte ao seu seguro de saúde. Para o seguro nacional de saúde (国民健康保険), ligue para a prefeitura: { $phone } (em japonês).
find-place-citizens-section = Registro de residente, certificado de carimbo e registro de família são com o Setor do Cidadão (市民課). Com o cartão e o PIN de 4 números, alguns saem também no konbini. Telefone: { $phone } (em japonês).
find-place-passport-office = Este balcão não trata de passaportes. Pergunte onde solicitar: { $phone } (em japonês).
find-place-pension-office = Este balcão não trata de pensões. Pergunte ao escritório de pensões (年金事務所) ou à prefeitura: { $phone } (em japonês).
find-place-portal-phone = Sobre o uso do Mynaportal, ligue para { $portal } (em português) ou { $national } (em japonês). A ligação é grátis.
find-place-police = A junção do cartão com a carteira de motorista é feita na delegacia ou no centro de exames de habilitação (運転免許試験場).
find-place-staff = Por aqui não temos como saber. Fale com um funcionário ou ligue para { $phone } (em japonês).

# What to bring.
choice-papers = Conferir o que levar
choice-ticked = É só isso
visitor-myself = o próprio titular
visitor-guardian = criança (ou adulto sob tutela) com pai, mãe ou representante legal
visitor-proxy = representante
papers-ask-visitor = Vamos conferir o que levar para: { $procedures }. Quem vem?
papers-list =
    O que levar para { $procedures } (quem vem: { $visitor }). Toque no que já está pronto. Ao terminar, toque em “É só isso”.

    { $list }
papers-ab =
    A: documentos com foto (carteira de motorista, passaporte, cartão de permanência, caderneta de deficiência etc.)
    B: documentos com nome e data de nascimento ou endereço (certificado de elegibilidade 資格確認書, caderneta de pensão, carteira de estudante etc.)
    Só originais, dentro da validade, com o nome e o endereço atuais.
papers-complete =
    Está tudo pronto. Não se esqueça de trazer no dia.{ $some ->
        [yes] { "" }

            Traga estes só se for o seu caso:
            { $perhaps }
       *[no] { "" }
    }
papers-missing =
    Ainda falta algo. Prepare também:
    { $needs }

    Se não conseguir até o dia da reserva, mude a data. Sobre os documentos, fale com um funcionário ou ligue para { $phone } (em japonês).

item-notice-postcard = Aviso de emissão, cartão-postal (交付通知書)
item-proxy-postcard = Aviso de emissão (交付通知書) com a resposta, a procuração e os PINs escritos pelo titular
item-card = Cartão My Number (マイナンバーカード)
item-old-card = Cartão My Number antigo
item-tsuchi-card = Cartão de notificação (通知カード)
item-juki-card = Cartão Juki (住民基本台帳カード)
item-residence-card = Novo cartão de permanência (在留カード)
item-application-form = Formulário de solicitação (交付申請書)
item-photo = Foto do rosto (顔写真), 4,5 cm de altura × 3,5 cm de largura, de até 6 meses
item-pin = PIN de 4 números (暗証番号)
item-signature-pin = PIN de 6–16 letras e números
item-sealed-answer = Formulário de consulta e resposta, lacrado (照会書兼回答書)
item-account = Algo que mostre uma conta bancária no nome do titular
item-fee = Taxa (手数料), se o cartão foi perdido ou danificado
item-guardian-proof = Registro de família (戸籍) ou certificado de registro da tutela (登記事項証明書), de até 3 meses
item-reason-proof = Documento que mostra por que o titular não pode vir
item-photo-certificate = Certificado de foto do rosto (個人番号カード顔写真証明書)
item-id-a = Documento do titular, lista A
item-id-a-second = Documento do titular, lista A (2º)
item-id-b = Documento do titular, lista B
item-id-b-second = Documento do titular, lista B (2º)
item-companion-id-a = Documento do pai, mãe ou representante, lista A
item-companion-id-a-second = Documento do pai, mãe ou representante, lista A (2º)
item-companion-id-b = Documento do pai, mãe ou representante, lista B
item-companion-id-b-second = Documento do pai, mãe ou representante, lista B (2º)

need-perhaps = { $item } (só se for o seu caso)
need-identity = { $bearer ->
    [holder] Documentos de identificação do titular:
   *[companion] Documentos de identificação do representante legal ou de outro representante:
} { $proof ->
    [one-of-any] 1 documento da lista A ou B
    [one-with-photo] 1 documento da lista A
    [one-or-two] 1 documento da lista A, ou 2 da lista B
   *[two-with-photo] 2 documentos (2 da lista A, ou 1 da lista A e 1 da lista B)
}
need-postcard-or-more = Aviso de emissão, cartão-postal (交付通知書), e documentos de identificação do titular (1 da lista A, ou 2 da lista B). Sem o cartão-postal: 2 da lista A, ou 1 da lista A e 1 da lista B, ou o cartão de notificação (通知カード) e 2 da lista B
need-pins-or-identity = Os PINs (o de 4 números e o de 6–16 letras e números). Se não souber: 1 documento de identificação do titular, da lista A ou B
need-holder-or-photo-certificate = Documentos de identificação do titular: 2 (2 da lista A, ou 1 da lista A e 1 da lista B). Se não tiver nenhum da lista A: 2 da lista B e o certificado de foto do rosto (個人番号カード顔写真証明書)
