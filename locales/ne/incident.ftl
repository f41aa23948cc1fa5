# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    केही कुरा जाँच गर्न हामीले यो सेवा केही समय रोकेका छौँ। हतार भए { $phone } मा फोन गर्नुहोस् (जापानी भाषामा)।
    तपाईंको बुकिङ यथावत् छ। कृपया केही समयपछि सन्देश फेरि पठाउनुहोस्।
