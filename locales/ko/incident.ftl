# What is said around an incident. The line with the hotlines stands below the first phrase.

desk-paused =
    확인이 필요하여 이 안내 서비스를 잠시 멈추었습니다. 급하시면 { $phone }(일본어)로 전화해 주십시오.
    예약은 그대로 유효합니다. 용건은 잠시 후 다시 보내 주십시오.
