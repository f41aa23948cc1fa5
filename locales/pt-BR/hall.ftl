# The pages of the hall: the display, the touch panel, and the ticket on the phone.

# What they share.
hall-device-title = Esta tela não está registrada
hall-device-text = Abra nesta tela o link de registro fornecido pelo responsável pelo balcão. Se precisar de ajuda, ligue para { $phone } (em japonês).
hall-try-again = Abrir de novo
hall-lost = Sem conexão. A última atualização foi às { $time }. Estamos reconectando automaticamente.
hall-number = Número
hall-due = Sua reserva
hall-wait = Espera prevista
hall-late = Como o horário da reserva já passou, chamamos você depois de quem está esperando agora.
hall-unforeseen = Agora não dá para prever o tempo de espera. Vamos chamar seu número na ordem.

# The display. It is shown in Japanese and English.
board-title = Chamadas
board-now = Chamando agora
board-nobody = Espere até seu número ser chamado
board-counter = Balcão { $counter }
board-recent = Números já chamados
board-none-yet = Nenhum ainda
board-waiting = Esperando
board-booked = Com reserva
board-walk-in = Sem reserva
board-people = { $people ->
    [one] { $people } pessoa
   *[other] { $people } pessoas
}
board-order = Chamamos pelo horário da reserva; por isso, os números podem sair fora de ordem.
board-reservation-only = Este balcão só atende com reserva.
board-closed = Os balcões estão fechados agora.
board-sound = Ligar o som

# The ticket on the phone.
follow-title = Seu lugar na fila
follow-ahead = { $ahead ->
    [0] O próximo número é o seu. Espere em frente ao balcão.
    [one] Falta { $ahead } pessoa antes de você.
   *[other] Faltam { $ahead } pessoas antes de você.
}
follow-later = Não chamamos você antes das { $time }.
follow-serving = Você está em atendimento no balcão { $counter }.
follow-where = Onde
follow-late = Vou atrasar { $minutes } minutos
follow-save-needs = Avisar os funcionários
follow-papers = Ver reserva e o que levar
follow-chat = Perguntar ou reservar
follow-keep-open = Deixe esta página aberta. Quando chamarmos você, a tela muda e o celular toca e vibra.
follow-refused = Não foi possível fazer isso agora. Veja acima a situação do seu número.
follow-gone-title = Número não encontrado
follow-gone-text = O número de atendimento (番号札) só vale no dia em que foi emitido. Se ainda precisa de atendimento, use o totem do balcão ou fale com um funcionário.

# The touch panel.
kiosk-start = Voltar ao início
kiosk-language-title = Escolha o idioma
kiosk-menu-title = O que você precisa fazer?
kiosk-booked = Tenho reserva
kiosk-booked-hint = Avise sua chegada com o código ou o QR code
kiosk-ticket = Pegar número (sem reserva)
kiosk-ticket-hint = Veja a espera antes de pegar um número de atendimento (番号札)
kiosk-question = Tenho uma pergunta
kiosk-question-hint = Sobre os procedimentos e o que trazer
kiosk-staff = Se precisar de ajuda, fale com um funcionário.
kiosk-code-title = Avise sua chegada para a reserva
kiosk-code-label = Código da reserva (8 caracteres)
kiosk-code-hint = Digite o código ou aproxime o QR code do leitor.
kiosk-check-in = Avisar chegada
kiosk-erase = Apagar um
kiosk-camera = Ler o QR code com a câmera
kiosk-camera-stop = Fechar a câmera
kiosk-camera-failed = Não é possível usar a câmera. Digite o código da reserva.
kiosk-code-unknown = Não encontramos este código. Confira e digite de novo.
kiosk-code-too-often = O código foi digitado errado várias vezes, e este totem não pode mais registrar sua chegada. Fale com um funcionário.
kiosk-not-now-title = Não foi possível dar um número
kiosk-already-here = A chegada desta reserva já foi registrada. Se perdeu o número de atendimento, fale com um funcionário.
kiosk-cancelled = Esta reserva foi cancelada. Para ter atendimento hoje, pegue um número.
kiosk-procedure-title = Qual é o procedimento?
kiosk-reservation-only = Este balcão só atende com reserva. Escolha o procedimento para ver os horários livres.
kiosk-people-title = Quantas pessoas vão fazer o procedimento?
kiosk-people-hint = Conte também cada criança.
kiosk-wait-title = Tempo de espera agora
kiosk-not-now = Não pegar número
kiosk-refused-title = Agora não podemos dar um número
kiosk-free-title = Próximos horários livres
kiosk-book-phone = Leia com o celular para reservar ou fale com um funcionário.
kiosk-ticket-title = Pegue seu número de atendimento
kiosk-follow = Leia com o celular para acompanhar seu número
kiosk-called-how = Chamamos seu número na tela e por voz.
kiosk-print = Imprimir
kiosk-done = Terminar
kiosk-link = Leia com o celular para abrir a página
kiosk-forgets = Em { $seconds } segundos, a tela volta ao início e o que você digitou é apagado.
kiosk-go-on = Continuar
