# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    စစ်ဆေးစရာ ရှိလို့ ဒီချတ်ကို ခဏ ရပ်ထားပါတယ်။ အရေးကြီးရင် { $phone } ကို ဖုန်းဆက်ပါ (ဂျပန်လို)။
    ယူထားတဲ့ ရက်ချိန်းတွေ အရင်အတိုင်း အကျုံးဝင်ပါတယ်။ ခဏနေမှ စာကို ထပ်ပို့ပါ။
