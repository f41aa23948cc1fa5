# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    စစ်ဆေးစရာ ရှိသဖြင့် ဤဝန်ဆောင်မှုကို ခေတ္တ ရပ်ထားပါသည်။ အရေးကြီးလျှင် { $phone } သို့ ဖုန်းဆက်ပါ (ဂျပန်ဘာသာ)။
    ယူထားသော ရက်ချိန်းများ အကျုံးဝင်ဆဲ ဖြစ်ပါသည်။ ခဏနေမှ စာကို ထပ်ပို့ပါ။
