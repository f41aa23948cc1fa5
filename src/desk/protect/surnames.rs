//! The family names that are met most often in Japan, and a few of the region. Where one of them stands alone, it is nobody
//! but a person, or a place whose name may stay as it is too.

/// At least two characters each; a name of one is a word as well.
pub const SURNAMES: &str = "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 \
木村 斎藤 齋藤 斉藤 齊藤 清水 山崎 山﨑 池田 橋本 阿部 安部 安倍 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 \
藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 \
中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 宮﨑 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 \
杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 岩崎 菅原 木下 久保 佐野 野村 松尾 菊地 菊池 \
市川 杉本 古川 大西 島田 水野 桜井 櫻井 高野 渡部 吉川 山内 西田 飯田 菊田 西川 小松 北村 安田 五十嵐 川口 平田 \
関口 中田 久保田 服部 東田 岩田 土屋 川崎 福島 本田 辻本 樋口 秋山 田口 永井 山中 川上 馬場 大橋 石原 浅野 高山 \
松岡 矢野 浜田 濱田 荒木 大久保 熊谷 野田 松村 田辺 田邊 川村 片山 西岡 大島 早川 岡崎 奥村 奥田 吉村 尾崎 \
松下 平井 横田 大谷 須藤 岸本 塚本 植田 南野 麻野 浅田 芝田 北川 西野 吉岡 吉本 前川 寺田 広瀬 廣瀬 堀内 宮田 \
石橋 内藤 荒井 児玉 杉田 大山 福井 福本 松原 森本 森下 森川 岡村 岡野 黒田 黒川 笠井 笠原 田畑 塩野 真銅 麻生";

/// The longest family name with which a text begins, in characters.
pub fn surname(text: &[char]) -> Option<usize> {
    let begins = |name: &&str| {
        let mut chars = name.chars().enumerate();
        chars.all(|(at, c)| text.get(at) == Some(&c))
    };
    let names = SURNAMES.split_ascii_whitespace().filter(begins);
    names.map(|name| name.chars().count()).max()
}
