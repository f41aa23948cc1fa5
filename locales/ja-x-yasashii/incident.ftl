# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    今（いま）、この チャットは 休（やす）んで います。調（しら）べて いる ことが あります。急（いそ）ぐ ときは、{ $phone } に 電話（でんわ）して ください。
    予約（よやく）は そのままです。少（すこ）し 待（ま）ってから、もう 一度（いちど） 送（おく）って ください。
