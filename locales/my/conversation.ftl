# The conversation itself.

welcome =
    { $city } { $counter }ပါ။ မေးချင်တာ ဒါမှမဟုတ် ဘယ်တော့ လာချင်တယ်ဆိုတာကို ရေးပေးပါ။
    ဥပမာ: “အီလက်ထရောနစ် လက်မှတ် သက်တမ်းတိုးဖို့ ဘာယူလာရမလဲ” “12/15 10:30”
help =
    မေးခွန်းကို ရေးပါ၊ ဒါမှမဟုတ် အောက်မှာ ရွေးပါ။
    “ရပ်မယ်”၊ “နောက်ပြန်”၊ “အစကနေ ပြန်စ”၊ “ဘာသာစကား ပြောင်းမယ်”၊ “ဝန်ထမ်းနဲ့ ပြောမယ်” လို့ အချိန်မရွေး ရေးနိုင်ပါတယ်။
thanks = ရပါတယ်။ နောက်ထပ် မေးစရာရှိရင် အချိန်မရွေး ရေးပါ။
secret-masked = စာထဲပါတဲ့ My Number၊ PIN စတဲ့ လျှို့ဝှက်နံပါတ်တွေကို မသိမ်းထားပါဘူး။ ဒီမှာ အဲဒီနံပါတ်တွေ ပို့စရာ မလိုပါဘူး။
unintelligible = စာနဲ့ရေးထားတာကိုပဲ ဖတ်နိုင်ပါတယ်။ မေးခွန်းကို စာနဲ့ ရေးပေးပါ။
first-text-stands = အရင်ပို့ထားတဲ့စာအတိုင်းပဲ လက်ခံထားပါတယ်။ ပြင်ချင်ရင် စာအသစ်နဲ့ ထပ်ပို့ပေးပါ။
stopped = ရပ်လိုက်ပါပြီ။ ရက်ချိန်းမှာ ဘာမှ မပြောင်းပါဘူး။
nothing-to-stop = ရပ်စရာ မရှိပါဘူး။ ဘာကူညီပေးရမလဲ။
started-over = အစကနေ ပြန်စပါမယ်။
nothing-before = ဒီထက် နောက်ပြန်လို့ မရတော့ပါဘူး။ ဘာကူညီပေးရမလဲ။
stale-button = အဲဒီခလုတ်က အရင်အဆင့်ကပါ။ အခုအဆင့်က ဒီလိုပါ။
language-ask = 言語 / Language: ဘယ်ဘာသာစကားနဲ့ ပြောချင်ပါသလဲ။
language-changed = အခုကစပြီး မြန်မာလို ဖြေပါမယ်။
language-offer = မြန်မာလို ဆက်ပြောနိုင်ပါတယ်။
server-trouble = တောင်းပန်ပါတယ်။ စနစ် ချို့ယွင်းနေပါတယ်။ ခဏနေ ထပ်စမ်းကြည့်ပါ၊ ဒါမှမဟုတ် { $phone } ကို ဖုန်းဆက်ပါ (ဂျပန်လို)။
too-fast = စာတွေ မြန်မြန် ဆက်တိုက် ရောက်နေပါတယ်။ ခဏစောင့်ပြီးမှ ပို့ပါ။
form-resume = ရက်ချိန်းယူတာကို ဆက်လုပ်ပါမယ်။
unclear = တောင်းပန်ပါတယ်။ နားမလည်လိုက်ပါဘူး။ တခြားစကားနဲ့ ရေးပါ၊ ဒါမှမဟုတ် အောက်မှာ ရွေးပါ။

# Formats. `weekday` counts from 1 for Monday.
date = { $month ->
    [1] ဇန်နဝါရီ
    [2] ဖေဖော်ဝါရီ
    [3] မတ်
    [4] ဧပြီ
    [5] မေ
    [6] ဇွန်
    [7] ဇူလိုင်
    [8] ဩဂုတ်
    [9] စက်တင်ဘာ
    [10] အောက်တိုဘာ
    [11] နိုဝင်ဘာ
   *[12] ဒီဇင်ဘာ
} { $day } ရက် ({ $weekday ->
    [1] တနင်္လာ
    [2] အင်္ဂါ
    [3] ဗုဒ္ဓဟူး
    [4] ကြာသပတေး
    [5] သောကြာ
    [6] စနေ
   *[7] တနင်္ဂနွေ
})
time = { $hour }:{ $minute2 }
list-separator = {"၊ "}
promise-within = { $minutes } မိနစ်အတွင်း
promise-after = { $date } { $time } နောက်ပိုင်း

# Buttons.
choice-yes = ဟုတ်ကဲ့
choice-none-of-these = ဒီထဲမှာ မပါဘူး
choice-unhelpful = 👎 အသုံးမဝင်ဘူး
choice-add-procedure = တခြားကိစ္စ ထပ်ထည့်မယ်
choice-days-from = { $date } ကစပြီး
choice-times-from = { $time } ကစပြီး
choice-confirm-booking = ဒီအတိုင်း ချိန်းမယ်
choice-confirm-cancel = ရက်ချိန်း ဖျက်မယ်
choice-confirm = ဟုတ်ကဲ့
choice-back = နောက်ပြန်
choice-start-over = အစကနေ ပြန်စ
choice-stop = ရပ်မယ်
choice-resume = ရက်ချိန်း ဆက်ယူမယ်
choice-show = ရက်ချိန်း ကြည့်မယ်
choice-change = ရက်၊ အချိန် ပြောင်းမယ်
choice-cancel = ရက်ချိန်း ဖျက်မယ်
choice-change-one = { $date } { $time } ပြောင်းမယ်
choice-cancel-one = { $date } { $time } ဖျက်မယ်
choice-coming = လာပါမယ်
choice-documents = ဘာယူလာရမလဲ
choice-withdraw-case = ဝန်ထမ်း မလိုတော့ဘူး
choice-accept-case = ဒီကိစ္စ လက်ခံမယ်
choice-close-case = ဒီကိစ္စ ပိတ်မယ်
action-book = ရက်ချိန်း ယူမယ်
action-change = ရက်ချိန်း ပြောင်းမယ်
action-cancel = ရက်ချိန်း ဖျက်မယ်
action-my-reservation = ကိုယ့်ရက်ချိန်း ကြည့်မယ်
action-staff = ဝန်ထမ်းနဲ့ ပြောမယ်
action-ticket = တန်းစီနံပါတ် ယူမယ်
action-check-in = ရောက်ပါပြီ
action-documents = ဘာယူလာရမလဲ
action-language = ဘာသာစကား / 言語 / Language
action-wait-time = စောင့်ရမယ့်အချိန်
choice-keep = ရက်ချိန်း မဖျက်တော့ဘူး
choice-documents-of = ဘာယူလာရမလဲ: { $procedure }
date-year = { $year } ခုနှစ် { $month ->
    [1] ဇန်နဝါရီ
    [2] ဖေဖော်ဝါရီ
    [3] မတ်
    [4] ဧပြီ
    [5] မေ
    [6] ဇွန်
    [7] ဇူလိုင်
    [8] ဩဂုတ်
    [9] စက်တင်ဘာ
    [10] အောက်တိုဘာ
    [11] နိုဝင်ဘာ
   *[12] ဒီဇင်ဘာ
} { $day } ရက်
