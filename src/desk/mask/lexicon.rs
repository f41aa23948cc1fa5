//! The words that tell what a number is, and the words that may stand between them and the number.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::glyph::{Glyph, fold, is_katakana};

/// What a word says of the digits near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The My Number itself.
    MyNumber,
    /// Any number.
    Number,
    /// A PIN or password.
    Pin,
    /// A bank or an account.
    Bank,
    /// A kind of deposit, after which account numbers of six and eight digits occur too.
    Deposit,
    /// A payment card.
    Card,
    /// A residence card.
    Residence,
    /// Something else that has a number of its own, so that the digits are not a PIN.
    Other,
    /// Speech that links a word to its digits, in front of them.
    Link,
    /// A particle that links in either direction.
    Particle,
    /// "Is" and its like, which link in either direction and leave no doubt.
    Is,
}

/// A word found in a text, by the glyphs it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub word: Word,
    pub from: usize,
    pub to: usize,
}

const WORDS: [(Word, &str); 11] = [
    (
        Word::MyNumber,
        "マイナンバー|まいなんばあ|マイナンバ|マイナ番号|マイナーンバー|マイナ|個人番号|個人№|個人ナンバー|my number|\
         individual number|mã số cá nhân|个人号码|個人號碼|个人编号|個人編號|마이넘버|마이 넘버|개인번호|número pessoal|\
         número personal|nomor pribadi|มายนัมเบอร์|माइ नम्बर|マイナンバーカード|my number card",
    ),
    (
        Word::Number,
        "番号|番號|ばんごう|ナンバー|ナンバ|number|numbers|num|no|№|id|号码|號碼|编号|번호|넘버|số|mã số|número|\
         numero|nomor|numero ko|หมายเลข|เลข|नम्बर|नंबर|နံပါတ်",
    ),
    (
        Word::Pin,
        "暗証番号|暗証|暗唱番号|暗唱|暗号番号|あんしょうばんごう|あんしょう番号|あんしょう|パスワード|パスコード|\
         ピン|ピンコード|ピン番号|ピンナンバー|pin|pins|pin code|pincode|pin number|password|passwords|passwd|\
         passcode|pass code|pass word|pwd|署名用|利用者証明用|券面事項|住民基本台帳用|4桁|四桁|4ケタ|4けた|四けた|\
         よんけた|よん桁|4 digit|4 digits|four digit|four digits|密码|密碼|비밀번호|비번|핀번호|mật khẩu|mã pin|\
         contraseña|contrasena|clave|senha|kata sandi|sandi|รหัสผ่าน|รหัส|पासवर्ड|पिन|စကားဝှက်|ပင်",
    ),
    (
        Word::Bank,
        "口座|銀行|預金|貯金|支店|信金|信用金庫|信用組合|農協|振込|振り込み|通帳|こうざ|ぎんこう|account|bank|iban|\
         acct|a/c|银行|账户|帐户|帳戶|賬戶|계좌|은행|통장|tài khoản|ngân hàng|conta|banco|cuenta|rekening|\
         บัญชี|ธนาคาร|खाता|बैंक",
    ),
    (
        Word::Deposit,
        "普通|当座|普通預金|当座預金|貯蓄|ゆうちょ|記号|記号番号|郵貯",
    ),
    (
        Word::Card,
        "クレジット|クレカ|クレジットカード|デビット|キャッシュカード|カード番号|credit|credit card|debit|debit card|\
         card number|cash card|visa|mastercard|amex|jcb",
    ),
    (
        Word::Residence,
        "在留カード|在留|ざいりゅう|residence card|resident card|zairyu|residence|thẻ cư trú|在留卡|재류카드|在留資格",
    ),
    (
        Word::Other,
        "予約|よやく|受付|整理券|番号札|チケット|電話|でんわ|内線|携帯|窓口|番地|丁目|郵便|〒|時間|時刻|時に|料金|\
         手数料|円|年|西暦|案件|問合せ番号|reservation|booking|ticket|tel|phone|call|ext|extension|appointment|fee|\
         yen|room|zip|postal|year|time|预约|預約|电话|電話番号|예약|전화|hẹn|điện thoại|cita|teléfono|reserva|telefone",
    ),
    (
        Word::Link,
        "なのですが|なんですが|なんですけど|なんだけど|ですが|ですけど|だけど|についてですが|でした|です|だと|だ|\
         確か|たしか|多分|たぶん|おそらく|えーと|えっと|ええと|えと|あの|その|これ|こちら|この|次|以下|下記|通り|\
         とおり|私|わたし|僕|自分|本人|今|現在|新しい|新|旧|古い|前|以前|元々|もともと|設定した|設定|登録した|\
         入力した|入力|使っている|使ってる|した|いる|数字|英数字|文字|コード|ナンバー|カード|電子証明書|証明書|\
         用|にて|けた|桁|ね|よ|さ|its|it's|it|code|digits|digit|i think|i set|maybe|probably|was set|set|new|old|\
         current|for|card|of|this|here|following|used|use|our|a|me|です。",
    ),
    (
        Word::Particle,
        "の|も|に|と|や|か|から|まで|へ|で|または|もしくは|及び|および|じゃなくて|ではなく|でなくて|and|or|to|not|\
         then|my|the|from|into|de|com|y|va|和|或|और|या",
    ),
    (
        Word::Is,
        "は|が|を|って|とは|という|と言う|というのが|っていう|として|is|was|are|be|as|equals|es|là|是|为|為|는|은|이|가|\
         é|adalah|ay|คือ|हो|है|က",
    ),
];

type Entry = (Vec<char>, Word);

/// The words by their first character, the longest first.
static LEXICON: LazyLock<HashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut lexicon: HashMap<char, Vec<Entry>> = HashMap::new();
    for (word, list) in WORDS {
        for text in list.split('|') {
            let chars: Vec<char> = fold(text.trim()).iter().map(|g| g.c).collect();
            if let Some(first) = chars.first() {
                lexicon.entry(*first).or_default().push((chars, word));
            }
        }
    }
    for entries in lexicon.values_mut() {
        entries.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
    }
    lexicon
});

/// The longest word at every glyph, in order; words inside longer ones are found as well.
pub(super) fn hits(glyphs: &[Glyph]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (from, glyph) in glyphs.iter().enumerate() {
        let Some(entries) = LEXICON.get(&glyph.c) else {
            continue;
        };
        let longest = entries.iter().find_map(|(chars, word)| {
            let to = matched(glyphs, from, chars)?;
            Some(Hit {
                word: *word,
                from,
                to,
            })
        });
        hits.extend(longest);
    }
    hits
}

/// Where a word that begins at a glyph ends, if it is there and is not a part of a longer word.
fn matched(glyphs: &[Glyph], from: usize, chars: &[char]) -> Option<usize> {
    let mut at = from;
    for c in chars {
        if *c == ' ' {
            at += glyphs[at..]
                .iter()
                .take(3)
                .take_while(|g| matches!(g.c, ' ' | '-' | '\n'))
                .count();
        } else if glyphs.get(at)?.c == *c {
            at += 1;
        } else {
            return None;
        }
    }
    let before = from.checked_sub(1).and_then(|i| glyphs.get(i));
    let (first, last, after) = (glyphs[from], glyphs[at - 1], glyphs.get(at));
    let joins = |a: Option<&Glyph>, b: Option<&Glyph>| match (a, b) {
        (Some(a), Some(b)) if is_latin(a.c) && is_latin(b.c) => true,
        (Some(a), Some(b)) => chars.len() <= 2 && is_katakana(a.raw) && is_katakana(b.raw),
        _ => false,
    };
    (!joins(before, Some(&first)) && !joins(Some(&last), after)).then_some(at)
}

/// Whether the character is a letter of a script that parts its words by spaces.
pub(super) fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}
