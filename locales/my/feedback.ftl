# Ratings with one tap; nobody is asked twice.
choice-helpful = 👍 အသုံးဝင်တယ်
choice-feedback-good = 👍 ကောင်းတယ်
choice-feedback-bad = 👎 မကောင်းဘူး

feedback-thanks = ကျေးဇူးတင်ပါတယ်။ ပိုကောင်းအောင် လုပ်တဲ့အခါ ထည့်စဉ်းစားပါမယ်။
feedback-why = ပြောပြပေးတာ ကျေးဇူးတင်ပါတယ်။ အဆင်ပြေရင် အကြောင်းရင်း တစ်ခု ရွေးပါ။
feedback-visit = နံပါတ် { $number } ရဲ့ကိစ္စ အဆင်ပြေခဲ့ပါသလား။ ဆန္ဒရှိရင် ခလုတ်တစ်ခု နှိပ်ပြီး ပြောပြပါ။

feedback-reason-wrong-topic = မေးတာ ဒါ မဟုတ်ဘူး
feedback-reason-out-of-date = အချက်အလက် ဟောင်းနေတယ်
feedback-reason-hard-to-understand = နားလည်ရ ခက်တယ်
feedback-reason-not-enough = ရှင်းပြတာ မလုံလောက်ဘူး
feedback-reason-wait = စောင့်ရတာ ကြာတယ်
feedback-reason-explanation = ရှင်းပြတာ မရှင်းဘူး
feedback-reason-language = ဘာသာစကား အခက်အခဲရှိတယ်
feedback-reason-came-again = ထပ်လာခဲ့ရတယ်
feedback-reason-late = အဖြေ နောက်ကျတယ်
feedback-reason-not-solved = မပြေလည်ခဲ့ဘူး
feedback-reason-other = တခြား အကြောင်းရင်း
