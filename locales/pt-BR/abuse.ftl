# What is said to those who are limited or blocked. The first line stands below every refusal.

emergency-line = Cartão perdido, roubado ou usado por outra pessoa: ligue para { $hotline } 24 horas por dia (outros idiomas: { $foreign }). Incêndio ou ambulância: 119. Crime ou acidente: 110.
too-many = Há muitos acessos pela mesma conexão neste momento. Tente de novo mais tarde. Se for urgente, ligue para { $phone } (em japonês).
blocked =
    Você não pode usar este chat até { $until }.
    { $reason ->
         [flood] Motivo: muitas mensagens em pouco tempo.
         [insults] Motivo: palavras ofensivas.
         [threats] Motivo: ameaças.
         [false-reservations] Motivo: reservas repetidas sem comparecimento.
        *[other] Motivo: o trabalho do balcão foi prejudicado.
    }
    Suas reservas continuam valendo. Você ainda pode cancelá-las e usar seu número de atendimento (番号札). Para outros assuntos, ligue para { $phone } (em japonês).
    { $appeal ->
         [made] Recebemos sua contestação (protocolo { $case }). Um funcionário vai analisar.
        *[open] Se você acha que é um engano, toque em “Contestar”. Um funcionário vai analisar.
    }
block-lifted = Você já pode usar este chat de novo.
choice-appeal = Contestar
