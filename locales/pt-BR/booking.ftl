# Reservations.

ask-procedure = Vamos fazer a reserva. Para qual procedimento?
ask-procedure-more = Além de { $procedures }, qual outro procedimento?
ask-office = { $procedures }. Em qual local?
ask-day = { $procedures }, { $office }, cerca de { $minutes } minutos. Que dia você prefere (até { $last })? Você também pode escrever “15/12 10:30”.
ask-day-again = Estes dias estão livres (até { $last }).
ask-time = Estes horários estão livres: { $date }, { $office }. Você também pode escrever “10:30”.
ask-time-again = Outros horários livres: { $date }.
ask-confirm =
    Posso confirmar esta reserva? O horário fica guardado para você por { $hold } minutos.

    Procedimento: { $procedures }
    Quando: { $date }, { $time } (cerca de { $minutes } minutos)
    Onde: { $place }
ask-confirm-change =
    Posso mudar para este horário? Ele fica guardado para você por { $hold } minutos. Sua reserva continua como está até a mudança ser feita.

    Antes: { $old-date }, { $old-time } ({ $old-office })
    Depois: { $date }, { $time } ({ $office }, cerca de { $minutes } minutos)
    Procedimento: { $procedures }
day-closed = { $why ->
    [saturday] O balcão não abre no sábado ({ $date }).
    [sunday] O balcão não abre nesse domingo ({ $date }).
    [holiday] O balcão não abre em { $date }, feriado nacional no Japão ({ $holiday }).
    [year-end] O balcão não abre em { $date }, no recesso de Ano-Novo (29 de dezembro – 3 de janeiro).
   *[special] O balcão não abre em { $date }.
}
day-open = { $date }: o balcão abre das { $opens } às { $closes }.
day-full = Não há mais vagas em { $date }.
day-past = O dia { $date } já passou.
day-too-far = Ainda não dá para reservar { $date }. No momento, o último dia é { $last }.
day-impossible = Essa data não existe.
time-impossible = Esse horário não existe.
time-outside = Nesse dia, o balcão abre das { $opens } às { $closes }. Escolha um horário em que o procedimento caiba.
time-full = O horário das { $time } já está ocupado.
no-time-in-range = Não há horário livre entre { $from } e { $to }.
none-free = Não há vagas até { $last }. Às vezes alguém cancela; tente de novo mais tarde. Se for urgente, ligue para { $phone } (em japonês).
slot-taken = Desculpe, esse horário acabou de ser ocupado.
hold-ended = O tempo para guardar o horário acabou e outra pessoa o reservou. Nada está reservado ainda.
limit-reached = O limite de reservas por pessoa é { $most }. Mude ou cancele uma delas primeiro.
procedures-too-many = O limite de procedimentos por visita é { $most }.
office-cannot = Este local ({ $office }) não faz: { $procedures }.
booked =
    Sua reserva está confirmada.

    Código da reserva: { $code }
    Procedimento: { $procedures }
    Quando: { $date }, { $time } (cerca de { $minutes } minutos)
    Onde: { $place }

    { $reminders ->
        [both] Vamos lembrar você na noite anterior e no dia. Se não puder vir, mude ou cancele por aqui.
        [one] Vamos lembrar você antes. Se não puder vir, mude ou cancele por aqui.
       *[none] Se não puder vir, mude ou cancele por aqui.
    }
moved =
    Sua reserva foi mudada. O horário de { $old-date }, { $old-time } foi liberado.

    Código da reserva: { $code } (o mesmo de antes)
    Procedimento: { $procedures }
    Quando: { $date }, { $time } (cerca de { $minutes } minutos)
    Onde: { $place }
no-reservations = Não há reserva feita por aqui. Se você reservou por telefone, pergunte no balcão.
reservation =
    Código da reserva: { $code }
    Procedimento: { $procedures }
    Quando: { $date }, { $time } (cerca de { $minutes } minutos)
    Onde: { $place }{ $coming ->
        [yes] { "" }
            Você avisou que vem.
       *[no] { "" }
    }
ask-which-to-change = Qual reserva você quer mudar?
ask-which-to-cancel = Qual reserva você quer cancelar?
ask-cancel = Posso cancelar esta reserva? { $date }, { $time }, { $procedures }, { $office } (código { $code })
cancelled = A reserva de { $date }, { $time } ({ $code }) foi cancelada.
cancel-kept = Sua reserva continua. Esperamos você em { $date }, { $time }.
reservation-over = Essa reserva já foi cancelada ou não foi encontrada.
reservation-past = O horário dessa reserva já começou ou passou. Ligue para { $phone } (em japonês).
coming-noted = Obrigado. Esperamos você em { $date }, { $time }.

# Reminders carry no name and no number but the reservation's.
reminder-evening =
    Lembrete da sua reserva de amanhã.

    Quando: { $date }, { $time }
    Onde: { $place }
    Procedimento: { $procedures }
    Código da reserva: { $code }

    Traga
    { $documents }
reminder-soon =
    Lembrete da sua reserva de hoje.

    Quando: { $date }, { $time }
    Onde: { $place }
    Procedimento: { $procedures }
    Código da reserva: { $code }

    Traga
    { $documents }
day-over = Não há mais horários hoje, { $date }.
time-steps = As reservas começam a cada { $minutes } minutos. Escolha um dos horários mais próximos.
ask-day-change = Sua reserva é em { $date }, { $time }, { $office }. Para que dia quer mudar (até { $last })? Ela continua como está até a nova ser confirmada.
