# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    (Conferido em { $reviewed })
answer-elsewhere =
    O texto em português ainda está sendo conferido. Segue o texto já conferido, como está.

    “{ $question }”
    { $answer }

    (Conferido em { $reviewed })
answer-withheld = A resposta a “{ $question }” está sendo conferida agora. Se for urgente, ligue para { $phone } (em japonês).
did-you-mean = Sua pergunta é “{ $question }”?
choose-one = Estas são as mais próximas. Escolha uma.
feedback-noted = Obrigado por avisar. Os funcionários vão considerar isso ao revisar as respostas. Alguma destas é a que você procura? Você também pode perguntar com outras palavras. Se quiser, escolha também o que faltou.
no-answer =
    Desculpe, não temos uma resposta conferida para essa pergunta.
    Pergunte com outras palavras ou fale com um funcionário. O telefone é { $phone } (em japonês).
documents-ask = O que levar: para qual procedimento?
documents =
    O que levar: { $procedure }
    { $documents }

procedure-pickup = Retirada do Cartão My Number (受け取り)
    .documents =
        - o aviso de emissão (交付通知書, cartão-postal)
        - documento de identificação (本人確認書類): 1 como a carteira de motorista ou o cartão de permanência (在留カード), ou 2 como o certificado de elegibilidade (資格確認書)
        - se tiver: o cartão de notificação (通知カード), o cartão Juki (住民基本台帳カード), o Cartão My Number antigo
        Venha pessoalmente. Se outra pessoa precisar vir no seu lugar, pergunte antes a um funcionário.
procedure-certificate = Certificado eletrônico: renovação ou emissão (電子証明書)
    .documents =
        - o Cartão My Number
        - os PINs (暗証番号): o de 4 números e o de 6–16 letras e números
        Se não souber um PIN, traga mais 1 documento de identificação.
procedure-pin = Redefinição do PIN (暗証番号)
    .documents =
        - o Cartão My Number
        - mais 1 documento de identificação (carteira de motorista, cartão de permanência, certificado de elegibilidade etc.)
        Venha pessoalmente.
procedure-application = Solicitação do cartão: primeiro, renovação ou segunda via (申請)
    .documents =
        - o formulário de solicitação (交付申請書), se tiver
        - documento de identificação (本人確認書類)
        - uma foto (4,5 cm de altura, 3,5 cm de largura, tirada há no máximo 6 meses)
        - o Cartão My Number atual, se for renovação
procedure-address = Mudança de endereço ou nome, uso do cartão após a mudança (継続利用)
    .documents =
        - o Cartão My Number, o seu e o de toda a família
        - o PIN (暗証番号) de 4 números e, se precisar também de um novo certificado de assinatura (署名用電子証明書), o de 6–16 letras e números
procedure-stay = Extensão do cartão após renovar o período de permanência (在留期間)
    .documents =
        - o Cartão My Number
        - o novo cartão de permanência (在留カード)
        - o PIN (暗証番号) de 4 números
        Venha antes que passe a data de validade do cartão.
procedure-insurance = Registro como cartão do seguro de saúde ou da conta para dinheiro público
    .documents =
        - o Cartão My Number
        - o PIN (暗証番号) de 4 números
        - para a conta (公金受取口座): algo que mostre uma conta bancária no seu nome
