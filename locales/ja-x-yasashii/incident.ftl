# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    今（いま）、調（しら）べていることが あります。ここは 少（すこ）し 休（やす）みです。急（いそ）ぐときは { $phone } に 電話（でんわ）して ください。
    予約（よやく）は そのままです。少し 待（ま）ってから、もう一度（いちど） 送（おく）って ください。
