# The conversation itself.

welcome =
    Este é o { $counter } de { $city }. Escreva sua pergunta ou diga quando quer vir.
    Por exemplo: “O que levo para renovar o certificado eletrônico?” ou “15/12 10:30”.
help =
    Escreva sua pergunta ou escolha abaixo.
    “Parar”, “voltar”, “começar de novo”, “mudar o idioma” e “falar com um funcionário” funcionam a qualquer momento.
thanks = De nada. Escreva quando precisar.
secret-masked = Não guardamos o My Number, o PIN ou outro número secreto da sua mensagem. Aqui você nunca precisa enviar esses números.
unintelligible = Só conseguimos ler mensagens de texto. Escreva sua pergunta, por favor.
first-text-stands = Vale o texto que você enviou primeiro. Se quiser mudar algo, envie de novo em outra mensagem.
stopped = Paramos aqui. Nada mudou nas suas reservas.
nothing-to-stop = Não há nada em andamento. Como podemos ajudar?
started-over = Vamos começar de novo.
nothing-before = Não há como voltar mais. Como podemos ajudar?
stale-button = Esse botão é de uma etapa anterior. Agora estamos aqui.
language-ask = 言語 / Language: em que idioma você quer continuar?
language-changed = Vamos continuar em português.
language-offer = Podemos continuar em português.
server-trouble = Desculpe, houve um problema do nosso lado. Tente de novo daqui a pouco ou ligue para { $phone } (em japonês).
too-fast = Suas mensagens estão chegando muito rápido. Espere um momento antes de enviar a próxima.
form-resume = Agora, de volta à sua reserva.
unclear = Desculpe, não entendemos. Escreva de outro jeito ou escolha abaixo.

# Formats. `weekday` counts from 1 for Monday.
date = { $weekday ->
    [1] seg.
    [2] ter.
    [3] qua.
    [4] qui.
    [5] sex.
    [6] sáb.
   *[7] dom.
}, { $day } de { $month ->
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
}
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = em até { $minutes } minutos
promise-after = a partir de { $date }, { $time }

# Buttons.
choice-yes = Sim
choice-none-of-these = Nenhuma destas
choice-unhelpful = 👎 Não ajudou
choice-add-procedure = Incluir outro procedimento
choice-days-from = A partir de { $date }
choice-times-from = A partir das { $time }
choice-confirm-booking = Confirmar a reserva
choice-confirm-cancel = Cancelar a reserva
choice-confirm = Sim
choice-back = Voltar
choice-start-over = Começar de novo
choice-stop = Parar
choice-resume = Continuar a reserva
choice-show = Ver a reserva
choice-change = Mudar a data
choice-cancel = Cancelar a reserva
choice-change-one = Mudar { $date } { $time }
choice-cancel-one = Cancelar { $date } { $time }
choice-coming = Eu vou
choice-documents = O que levar
choice-withdraw-case = Não preciso mais de atendente
choice-accept-case = Assumir o caso
choice-close-case = Encerrar o caso
action-book = Fazer uma reserva
action-change = Mudar a reserva
action-cancel = Cancelar a reserva
action-my-reservation = Minha reserva
action-staff = Falar com um funcionário
action-ticket = Pegar número de atendimento
action-check-in = Cheguei
action-documents = O que levar
action-language = Idioma / 言語 / Language
action-wait-time = Tempo de espera
choice-keep = Manter a reserva
choice-documents-of = O que levar: { $procedure }
date-year = { $day } de { $month ->
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
