# A person takes over: what the citizen reads beside the phrases in staff.ftl.

promise-by = até { $date }, { $time }
case-opened-for-anger = Desculpe pelo transtorno. Um funcionário vai tratar disso diretamente com você (protocolo { $case }). A resposta deve chegar aqui { $promise }. Você também pode ligar para { $phone } (em japonês).
case-opened-for-anger-closed = Desculpe pelo transtorno. Um funcionário vai tratar disso diretamente com você (protocolo { $case }). O balcão está fechado agora. A resposta chega aqui { $promise }.
case-entry =
    Do funcionário (protocolo { $case }): veja esta informação.

    { $question }

    { $answer }

    (Conferido em { $reviewed })
case-relayed-closed = Passamos sua mensagem adiante (protocolo { $case }). O balcão está fechado agora. A resposta chega aqui { $promise }.
case-handed-on = Agora outro funcionário está atendendo você (protocolo { $case }). Ele pode ver tudo o que você já escreveu.
case-late = Pedimos desculpas: não respondemos no prazo prometido (protocolo { $case }). Os funcionários estão verificando. A resposta deve chegar { $promise }. Se for urgente, ligue para { $phone } (em japonês).
choice-call-back = Quero que me liguem
choice-call-at = { $date }, { $from }–{ $until }
call-ask-time = Um funcionário vai ligar para você (protocolo { $case }). Escolha um horário que seja bom para você.
call-no-time = Desculpe, no momento todos os horários para ligações estão ocupados. Ligue para { $phone } (em japonês) ou aguarde a resposta aqui (protocolo { $case }).
call-ask-number = Vamos ligar para você em { $date }, entre { $from } e { $until } (protocolo { $case }). Escreva seu número de telefone. Só os funcionários veem o número, e ele será apagado quando o caso estiver resolvido.
call-number-unclear = Não conseguimos ler o número de telefone. Escreva o número começando com 0 (ou com +, se for do exterior).
call-noted = Obrigado. Um funcionário vai ligar para você em { $date }, entre { $from } e { $until } (protocolo { $case }). Para mudar, escolha “Quero que me liguem” de novo.
case-sent-on = O atendimento continua em: { $place }. Informe lá este número: { $code }. O que você já nos contou foi repassado.
case-counter = balcão { $counter } (窓口), { $office }
