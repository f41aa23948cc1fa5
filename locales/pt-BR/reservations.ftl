# Several people, the waiting list, kept times, closed days, missed visits, and one's own data.

procedures-people = { $procedures } ({ $people } pessoas)
choice-count-people = Mais de uma pessoa
choice-people = { $people ->
    [one] 1 pessoa
   *[other] { $people } pessoas
}
ask-people =
    Quantas pessoas vão fazer o procedimento (até { $most })?

    Conte também cada criança. Menores de 15 anos vêm com o responsável.
people-too-many = O limite por reserva é de { $most } pessoas. Se forem mais, nossos funcionários ajudam: ligue para { $phone } (em japonês).
people-limit = O limite de reservas ao mesmo tempo é de { $most } pessoas no total. Se precisar de mais, nossos funcionários ajudam: ligue para { $phone } (em japonês).
day-limit = Você já tem { $most ->
    [one] uma reserva
   *[other] { $most } reservas
} em { $date }. Escolha outro dia.
time-double = Você já tem uma reserva em { $date }, às { $time }. Escolha outro horário.
day-too-soon = As reservas para { $date } já se encerraram. Escolha um dia a partir de { $first }.
change-too-late = Dá para mudar ou cancelar até { $minutes } minutos antes da reserva. Ligue para { $phone } (em japonês).
choice-time-quiet = { $time } (em geral, mais vazio)

# The waiting list. A wish is for one day or for several, for any time or for a part of the day.
choice-wait-day = Entrar na lista de espera: { $date }
choice-wait-any = Entrar na lista de espera
choice-wait-leave = Sair da lista de espera
wait-joined =
    Você está na lista de espera (キャンセル待ち). Avisamos quando surgir uma vaga.

    Preferência: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Onde: { $office }
    Procedimento: { $procedures }

    Depois do aviso, a vaga fica guardada para você por { $minutes } minutos. { $replaces ->
        [yes] Seu pedido anterior foi retirado.
       *[no] { "" }
    }
wait-listed =
    Você está na lista de espera (キャンセル待ち). Avisamos quando surgir uma vaga.

    Preferência: { $one-day ->
        [yes] { $first }
       *[no] { $first } – { $last }
    }{ $part ->
        [yes] , { $from } – { $to }
       *[no] { "" }
    }
    Onde: { $office }
    Procedimento: { $procedures }
wait-none = Você não está na lista de espera. Ao reservar, escreva um dia lotado e poderá entrar na lista.
wait-left = Você saiu da lista de espera.
wait-over = O período da sua lista de espera ({ $first } – { $last }) terminou. Desculpe, não surgiu nenhuma vaga. Escolha outro dia.
wait-offer =
    Surgiu uma vaga. Ela fica guardada para você até as { $until }.

    Quando: { $date }, { $time }
    Onde: { $place }
    Procedimento: { $procedures }

    Depois das { $until }, ela passa para a próxima pessoa.
choice-take-offer = Reservar este horário
choice-decline-offer = Dispensar este horário
offer-gone = Este horário não está mais disponível.
offer-declined = { $stays ->
    [yes] Tudo bem. Você continua na lista de espera, agora no fim da fila.
   *[no] Tudo bem. Você não está mais na lista de espera.
}
offer-lapsed = { $stays ->
    [yes] O tempo para guardar o horário acabou e ele passou para a próxima pessoa. Você continua na lista de espera, agora no fim da fila.
   *[no] O tempo para guardar o horário acabou e ele passou para a próxima pessoa. Você não está mais na lista de espera.
}

# A closed day. The kept times are on the buttons below.
closing-news =
    { $reason ->
        [outage] Como o sistema nacional está fora do ar,
        [weather] Por causa do mau tempo,
       *[other] Por motivo de força maior,
    } o balcão não vai abrir no horário da sua reserva: { $date }, { $time }. Pedimos desculpas.

    Código da reserva: { $code }
    Procedimento: { $procedures }

    { $times ->
        [0] Escolha outro dia em “Mudar a data”.
       *[other] Outros horários estão guardados para você até { $until }. Escolha um.
    }
closing-offer =
    O balcão não vai abrir no horário da sua reserva: { $date }, { $time } ({ $code }).

    { $times ->
        [0] Escolha outro dia em “Mudar a data”.
       *[other] Outros horários estão guardados para você até { $until }. Escolha um.
    }
closing-lifted = O balcão vai abrir normalmente: sua reserva de { $date }, { $time } ({ $code }) continua valendo.
closing-lapsed = Os outros horários para a reserva de { $date }, { $time } ({ $code }) não estão mais guardados. Escolha um em “Mudar a data” ou ligue para { $phone } (em japonês).

# A missed visit.
no-show =
    Não vimos você na reserva de { $date }, { $time }.

    Você pode reservar de novo para um dia melhor. Se você veio, avise nossos funcionários.
no-show-limit = Como houve reservas seguidas sem comparecimento, por enquanto só dá para reservar até { $days } dias à frente.

# A reservation made from another telephone.
code-ask-day = De que dia é a reserva? Escreva a data para podermos conferir (por exemplo: 5 de dezembro).
code-refused = Não conseguimos confirmar o código e a data. Confira de novo ou ligue para { $phone } (em japonês).
code-locked = O limite de tentativas foi atingido. Tente de novo amanhã ou ligue para { $phone } (em japonês).
code-shared = Confirmado. Você também pode mudar ou cancelar por aqui.

# What is kept about the resident.
choice-my-data = Meus dados
choice-messages-on = Receber avisos
choice-messages-off = Parar os avisos
choice-erase-data = Apagar meus dados
choice-confirm-erase = Apagar
choice-keep-data = Não apagar
messages-off = Paramos os avisos, como os lembretes. Continuamos respondendo às suas perguntas.
messages-on = Vamos enviar os avisos.
term-days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
my-data =
    Estes são os dados que guardamos.

    { $lines }
    Avisos: { $messages ->
        [yes] receber
       *[no] não receber
    }

    Não guardamos o My Number nem o PIN.
my-data-line = { $what ->
    [nothing] Nada no momento.
    [messages] Conversa: { $count ->
        [one] { $count } mensagem
       *[other] { $count } mensagens
    } (cada uma apagada após { $term })
    [upcoming] Próximas reservas: { $count }
    [past] Reservas passadas: { $count } (até { $term } depois da visita)
    [waits] Lista de espera: { $count } (até { $term } depois do último dia desejado)
    [renewals] Lembretes de renovação: { $count } (até { $term } depois do mês do lembrete)
    [ticket] Números de atendimento de hoje: { $count }
    [tickets] Números de atendimento passados: { $count } (até { $term } depois de retirar)
    [cases] Conversas com funcionários: { $count } (até { $term } depois do fim)
    [callback] Telefones para retorno: { $count } (até { $term } depois do fim da conversa)
    [feedback] Avaliações: { $count } (após { $term } não se sabe mais de quem são)
   *[block] Você não pode escrever aqui até { $until } (o registro fica mais { $term })
}
# The button below it on the web, and the line in other places that leads there.
my-data-copy = Baixar uma cópia dos meus dados
my-data-web = No chat da web você pode baixar uma cópia dos dados daquele chat: { $link }
ask-erase =
    Vamos apagar a conversa, as conversas com funcionários, as reservas e os números de atendimento passados, a lista de espera, os lembretes de renovação e a ligação entre você e suas avaliações. As reservas feitas em outro lugar não aparecerão mais aqui. Não dá para desfazer.

    { $stays }
erase-line = { $what ->
    [upcoming] { $count ->
        [one] Sua próxima reserva continua, porque esperamos você.
       *[other] Suas { $count } próximas reservas continuam, porque esperamos você.
    }
    [ticket] Seu número de atendimento de hoje continua até ser chamado.
    [block] Continua valendo que você não pode escrever aqui até { $until }.
    [case] Sua conversa aberta com funcionários ({ $case }) termina.
   *[log] O registro do que foi feito, sem as suas palavras, fica guardado por { $term }.
}
erased =
    Apagado.
    { $stays }

# Below a reservation: its page, with the calendar file and the code to show at the counter.
visit-page = Adicionar ao calendário, QR code para o balcão: { $link }
visit-title = Sua reserva
visit-calendar = Adicionar ao calendário
visit-qr = Mostre este código no balcão
visit-over = Esta reserva foi cancelada ou já terminou.
visit-chat = Altere, cancele ou tire dúvidas aqui
