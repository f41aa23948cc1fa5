# Answers. `answer` is the reviewed text, word for word.

answer =
    “{ $question }”
    { $answer }

    （此内容于{ $reviewed }确认）
answer-elsewhere =
    中文的回答还在确认中。下面是已确认的原文。

    “{ $question }”
    { $answer }

    （此内容于{ $reviewed }确认）
answer-withheld = “{ $question }”的回答正在确认内容。如有急事，请致电 { $phone }（日语）。
did-you-mean = 您想问的是“{ $question }”吗？
choose-one = 以下是比较接近的内容，请选择。
feedback-noted = 感谢您的反馈。工作人员修改回答时会参考。下面有您要找的内容吗？您也可以换个说法再问。方便的话，也请选一下哪里不合适。
no-answer =
    抱歉，这个问题目前没有已确认的回答。
    请换个说法再问，或咨询工作人员。电话是 { $phone }（日语）。
documents-ask = 您想查哪个手续要带的东西？
documents =
    要带的东西：{ $procedure }
    { $documents }

procedure-pickup = 领取个人编号卡（受け取り）
    .documents =
        - 领卡通知书（交付通知書，明信片）
        - 身份证明文件（本人確認書類）：驾照、在留卡等1件，或资格确认书（資格確認書）等2件
        - 如有：通知卡（通知カード）、住民基本台账卡（住民基本台帳カード）、旧的个人编号卡
        请本人前来。需要由别人代领时，请先咨询工作人员。
procedure-certificate = 电子证书的更新、发行（電子証明書）
    .documents =
        - 个人编号卡
        - 密码（暗証番号）：4位数字的，以及字母和数字6～16位的
        不知道密码时，请再带1件身份证明文件。
procedure-pin = 重新设定密码（暗証番号）
    .documents =
        - 个人编号卡
        - 另外1件身份证明文件（驾照、在留卡、资格确认书等）
        请本人前来。
procedure-application = 申请卡：首次、更新、补发（申請）
    .documents =
        - 卡申请书（交付申請書，如有）
        - 身份证明文件（本人確認書類）
        - 照片（高4.5cm×宽3.5cm，6个月以内拍摄）
        - 现在的个人编号卡（更新的人）
procedure-address = 更改地址或姓名、迁入后继续使用卡
    .documents =
        - 个人编号卡（包括所有家人的）
        - 4位数字的密码（暗証番号）。还要办签名用电子证书时，另需字母和数字6～16位的密码
procedure-stay = 在留期间延长后，变更卡的有效期（在留期間）
    .documents =
        - 个人编号卡
        - 新的在留卡（在留カード）
        - 4位数字的密码（暗証番号）
        请在卡的有效期到期之前前来。
procedure-insurance = 登记健康保险证使用、公款领取账户
    .documents =
        - 个人编号卡
        - 4位数字的密码（暗証番号）
        - 登记公款领取账户（公金受取口座）时：能看出本人名下银行账户的东西
