# Sentences that staff send with a click; what is filled in was checked.

canned-come-to-counter = Venha ao balcão { $counter } (窓口), { $office }.
canned-come-on = Venha em { $date }, às { $time }. Local: { $office }.
canned-bring = Ao vir, traga: { $document }
canned-in-person = Aqui não conseguimos confirmar quem você é, por isso não podemos responder pelo chat. Venha ao balcão com um documento de identificação (本人確認書類).
canned-show-sheet = Mostre esta folha ou esta tela no balcão { $counter } (窓口), { $office }.
canned-no-reservation-needed = Não é preciso fazer reserva para: { $procedure }. Venha durante o horário de atendimento.
canned-reservation-needed = Faça uma reserva para: { $procedure }. Você pode reservar aqui depois que o funcionário encerrar o atendimento.
canned-card-ready = Seu cartão está pronto. Venha retirá-lo e traga o aviso de emissão (交付通知書, cartão-postal).
canned-card-not-ready = Seu cartão ainda não está pronto. Quando estiver, enviaremos pelo correio o aviso de emissão (交付通知書, cartão-postal).
canned-reservation-unknown = Não encontramos reserva com esse código. Confira o código, por favor.
canned-reservation-moved = Sua reserva foi mudada para { $date }, às { $time } ({ $office }).
canned-reservation-cancelled = Sua reserva de { $date }, às { $time }, foi cancelada.
canned-checking = Estamos verificando. Aguarde um momento, por favor.
canned-checking-minutes = Estamos verificando. Aguarde cerca de { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}, por favor.
canned-we-call = Ligaremos para você em { $date }, por volta das { $time }.
canned-sorry-for-wait = Desculpe a demora. Estamos respondendo na ordem da fila. Aguarde mais um pouco, por favor.
canned-outage = Por uma falha no sistema, não é possível fazer procedimentos agora. A previsão de retorno é por volta das { $time }.
canned-outage-over = O sistema voltou a funcionar. Os procedimentos já podem ser feitos.
canned-other-office = Local deste procedimento: { $office } ({ $procedure }).
canned-other-department = O setor responsável é 「{ $department }」. Mostre este nome no balcão de informações do prédio.
canned-call = Ligue para { $phone }, por favor.
canned-interpreter = Se precisar de intérprete, ligue para { $phone }.
canned-fee = Sobre taxas (手数料), escreva “taxa” aqui depois que o funcionário encerrar o atendimento.
canned-more-detail = Explique um pouco mais, por favor. Sua pergunta é sobre qual procedimento?
canned-one-question = Envie uma pergunta de cada vez, por favor.
canned-no-numbers = Não envie o My Number nem o PIN (暗証番号). Também não envie fotos do cartão.
canned-anything-else = Obrigado. Podemos ajudar em mais alguma coisa?
