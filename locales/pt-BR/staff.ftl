# A person: what the citizen reads. What the staff read is always Japanese.

case-opened = Estamos passando você a um funcionário (protocolo { $case }). A resposta chega aqui { $promise }. Se for urgente, ligue para { $phone } (em japonês).
case-opened-closed = Estamos passando você a um funcionário (protocolo { $case }). O balcão está fechado agora. A resposta chega aqui { $promise }.
case-opened-after-misses = Desculpe por não conseguirmos ajudar. Estamos passando você a um funcionário (protocolo { $case }). A resposta chega aqui { $promise }. Se for urgente, ligue para { $phone } (em japonês).
case-opened-after-misses-closed = Desculpe por não conseguirmos ajudar. Estamos passando você a um funcionário (protocolo { $case }). O balcão está fechado agora. A resposta chega aqui { $promise }.
case-opened-for-risk = Como isso é importante, avisamos também os funcionários (protocolo { $case }). A resposta deles chega aqui { $promise }.
case-opened-for-risk-closed = Como isso é importante, avisamos também os funcionários (protocolo { $case }). O balcão está fechado agora. A resposta deles chega aqui { $promise }.
case-waits = Seu caso já está com os funcionários (protocolo { $case }). A resposta chega { $promise }. Se for urgente, ligue para { $phone } (em japonês).
case-waits-closed = Seu caso já está com os funcionários (protocolo { $case }). O balcão está fechado agora. A resposta chega { $promise }.
case-accepted = Um funcionário está com você agora (protocolo { $case }). É só escrever.
case-relayed = Passamos sua mensagem adiante (protocolo { $case }). Aguarde a resposta.
case-noted = Incluímos isso no seu caso (protocolo { $case }). Você pode continuar perguntando ou fazer uma reserva aqui.
staff-says =
    Do funcionário (protocolo { $case }):
    { $text }
staff-says-translated =
    Do funcionário (protocolo { $case }). Esta é uma tradução automática e pode ter erros:
    { $translated }

    O original:
    { $text }
staff-says-untranslated =
    Do funcionário (protocolo { $case }). Nas próprias palavras dele, sem tradução:
    { $text }
case-closed = Os funcionários encerraram seu caso (protocolo { $case }). Agora este chat volta a atender você.
case-idle = O protocolo { $case } foi encerrado porque ficou muito tempo sem mensagens. Se você ainda espera uma resposta, pedimos desculpas: escolha “Falar com um funcionário” de novo ou ligue para { $phone } (em japonês).
case-withdrawn = Avisamos os funcionários que você não precisa mais de resposta (protocolo { $case }).
