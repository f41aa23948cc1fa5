# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 Ajudou
choice-feedback-good = 👍 Bom
choice-feedback-bad = 👎 Não foi bom

feedback-thanks = Obrigado. Isso nos ajuda a melhorar.
feedback-why = Obrigado por avisar. Se quiser, escolha um motivo.
feedback-visit = Como foi o atendimento do número { $number }? Se quiser, responda com um toque.

feedback-reason-wrong-topic = Não é o que perguntei
feedback-reason-out-of-date = Está desatualizado
feedback-reason-hard-to-understand = Difícil de entender
feedback-reason-not-enough = Faltam detalhes
feedback-reason-wait = Espera longa
feedback-reason-explanation = Explicação pouco clara
feedback-reason-language = Dificuldade com o idioma
feedback-reason-came-again = Tive que vir de novo
feedback-reason-late = A resposta demorou
feedback-reason-not-solved = Não resolveu
feedback-reason-other = Outro motivo
