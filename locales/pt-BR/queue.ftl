# The queue of the day at the counters: tickets, calls, waiting times.

# "5–15 minutes"
wait-range = { $same ->
    [yes] cerca de { $high ->
        [one] { $high } minuto
       *[other] { $high } minutos
    }
    [within] no máximo { $high ->
        [one] { $high } minuto
       *[other] { $high } minutos
    }
   *[no] { $low }–{ $high } minutos
}

ticket-issued = { $kind ->
    [booked] Sua chegada está registrada. Sua reserva é das { $due }.
    [late] Sua chegada está registrada. { $ahead ->
        [0] Como o horário da reserva ({ $due }) já passou, quem já está no horário da reserva pode ser chamado antes de você.
       *[other] Como o horário da reserva ({ $due }) já passou, chamamos você depois de quem está esperando agora.
    }
   *[walk-in] Este é o seu número de atendimento (番号札).
    }

    Número: { $number }
    Onde: { $office }
    { $has-wait ->
        [yes] Espera prevista: { $wait } ({ $ahead } na sua frente)
       *[no] Na sua frente: { $ahead }
    }

    { $near ->
        [yes] Espere em frente ao balcão. Vamos chamar você em breve.
       *[no] Avisamos quando sua vez estiver perto. Até lá, não precisa esperar em frente ao balcão.
    }
ticket-waiting = Número: { $number } ({ $office })
    { $has-wait ->
        [yes] Espera prevista: { $wait } ({ $ahead } na sua frente)
       *[no] Na sua frente: { $ahead }
    }
ticket-called = Obrigado por esperar. Número { $number }, venha ao balcão { $counter } (窓口).
    Onde: { $office }
ticket-recalled = Estamos chamando você de novo. Número { $number }, venha ao balcão { $counter } (窓口).
    Onde: { $office }
ticket-near = { $ahead ->
        [one] Falta { $ahead } pessoa antes do número { $number }.
       *[other] Faltam { $ahead } pessoas antes do número { $number }.
    } Espere perto do balcão. { $has-wait ->
        [yes] Espera prevista: { $wait }.
       *[no] {""}
    }
ticket-next = O próximo é o número { $number }. Espere em frente ao balcão ({ $office }).
ticket-slower = Desculpe, está demorando mais do que o previsto.
    Espera prevista para o número { $number }: { $wait }
ticket-undone = Desculpe, chamamos o número { $number } por engano. Seu lugar na fila continua o mesmo. Espere mais um pouco.
ticket-missed = Chamamos o número { $number }, mas você não veio.
    Quando puder vir ao balcão, toque em “Estou no balcão”. Chamamos você depois de quem estiver esperando.
ticket-parked = O atendimento do número { $number } está em pausa. Um funcionário vai chamar você de novo; espere por perto.
ticket-returned = O número { $number } voltou para a fila. Chamamos você depois de quem está esperando agora.
ticket-transferred = O número { $number } segue para outro balcão. Seu número continua o mesmo.
    { $has-counter ->
        [yes] O balcão { $counter } vai chamar você ({ $office }).
       *[no] Espere neste local: { $office }.
    }
ticket-done = O atendimento do número { $number } terminou. Obrigado por vir.
ticket-left = O número { $number } foi cancelado. Volte quando quiser.
ticket-ask-leave = Posso cancelar o número { $number }? Depois não dá para recuperar o lugar na fila.
ticket-delayed = Tudo bem. O número { $number } será chamado daqui a { $minutes } minutos, no mesmo lugar da fila.
ticket-delayed-enough = Não podemos mais adiar o número { $number }. Se não puder vir, cancele. Se você não estiver na hora da chamada, pode voltar para a fila depois.
ticket-ready = Certo, o número { $number } já pode ser chamado de novo.
    { $has-wait ->
        [yes] Espera prevista: { $wait } ({ $ahead } na sua frente)
       *[no] Na sua frente: { $ahead }
    }
ticket-where = { $has-counter ->
    [yes] Número { $number }: vá ao balcão { $counter } ({ $office }).
   *[no] Espere neste local: { $office }. Ao chamar o número { $number }, avisamos qual é o balcão.
}
ticket-needs-noted = Vamos avisar os funcionários: { $needs }
ticket-ask-needs = Escolha o apoio de que você precisa. Os funcionários serão avisados.
ticket-meanwhile = Enquanto espera, confira o que trazer e as etapas de hoje ({ $procedures }). Se for preciso preencher algum formulário, você o recebe no balcão.
ticket-none = Você ainda não tem número de atendimento (番号札) para hoje. Ao chegar, avise por aqui. Sem reserva, pegue um número de atendimento.
ticket-over = O atendimento do número { $number } já terminou.
ticket-ask-procedure = Qual é o procedimento? ({ $office })
ticket-ask = { $office }, { $procedure } ({ $people ->
        [one] { $people } pessoa
       *[other] { $people } pessoas
    })
    { $waiting ->
        [one] Agora há { $waiting } pessoa esperando.
       *[other] Agora há { $waiting } pessoas esperando.
    } Espera prevista: { $wait }.
    Quer pegar um número de atendimento (番号札)?
ticket-refused = { $reason ->
    [reservation-only] Reserve um horário livre: este local ({ $office }) só atende com reserva.
    [office-cannot] Este local ({ $office }) não faz este procedimento.
    [closed] Reserve outro dia: o balcão não abre hoje.
    [not-yet] O número de atendimento pode ser pego a partir das { $time }.
    [over] Reserve outro dia: o atendimento de hoje já se encerrou.
    [no-counter] Nenhum balcão para este procedimento está aberto agora. Se for urgente, ligue para { $phone } (em japonês).
    [booked-delayed] Reserve um horário livre: os balcões estão ocupados com quem tem reserva, e por isso não podemos dar número sem reserva agora.
    [phone-full] Pegue um número de atendimento no totem ou na recepção do balcão, ou reserve um horário livre: pelo celular, não damos mais números no momento.
   *[day-ends] Reserve outro dia: seu atendimento não terminaria dentro do horário de hoje, e por isso não podemos dar um número.
}
ticket-free = Horários livres: { $times }
check-in-early = Sua reserva é para { $date }, { $time }. Você pode avisar a chegada a partir das { $from }.
    Se houver um horário livre mais cedo, dá para mudar a reserva.
check-in-other-day = { $past ->
    [yes] Esta reserva era para { $date }. Faça uma nova reserva.
   *[no] Sua reserva não é hoje, e sim em { $date }, { $time }. Você pode mudá-la.
}
check-in-other-office = Sua reserva é em outro local: { $office }. Vá até lá em { $date }, { $time }. Você também pode mudar o local.
check-in-closed = O balcão já fechou hoje. Marque outro dia no lugar de { $date }, { $time }. Em caso de dúvida, ligue para { $phone } (em japonês).
check-in-none = Não encontramos reserva sua para hoje. Se souber o código da reserva, envie-o. Sem reserva, você pode ver se há números de atendimento.
check-in-which = Você tem mais de uma reserva hoje. Para qual delas você veio?
waiting-now = A espera agora:
    { $lines }
waiting-now-line = { $office }: { $waiting } esperando. { $state ->
        [admitted] Espera sem reserva: { $wait }.
        [reservation-only] Só com reserva.
        [closed] Hoje não abre.
        [not-yet] Número de atendimento a partir das { $time }.
        [over] O atendimento de hoje já se encerrou.
        [no-counter] Nenhum balcão está aberto agora.
       *[other] No momento, não atendemos sem reserva.
    }

# A line below a message or a printed ticket
ticket-page = Acompanhe seu número: { $link }

# Display and loudspeaker
call-text = Número { $number }, venha ao balcão { $counter }.

need-chair = assento ou espaço para cadeira de rodas
need-hearing = dificuldade para ouvir (escrita, sinais)
need-interpreter = intérprete
needs-none = nada em especial

choice-ticket-here = Cheguei
choice-ticket-here-at = Cheguei para as { $time }
choice-ticket-take = Pegar número de atendimento
choice-ticket-people = { $people ->
    [one] { $people } pessoa
   *[other] { $people } pessoas
}
choice-ticket-show = Ver meu lugar na fila
choice-ticket-late = Preciso de mais 10 minutos
choice-ticket-leave = Preciso ir embora
choice-ticket-leave-yes = Cancelar meu número
choice-ticket-stay = Continuar esperando
choice-ticket-where = Para onde eu vou?
choice-ticket-meanwhile = Enquanto espero
choice-ticket-needs = Preciso de apoio
choice-ticket-back = Estou no balcão
choice-need = { $on ->
    [yes] ☑ { $need }
   *[no] ☐ { $need }
}
