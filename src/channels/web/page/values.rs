//! What the chat page shows, as plain values that the caller fills.

/// Everything one rendering of the chat page shows.
pub struct ChatPage<'a> {
    /// The BCP 47 tag of the language in which the words are written.
    pub language: &'a str,
    /// The languages on offer, as tag and endonym, in the order in which the picker shows them.
    pub languages: Vec<(&'a str, &'a str)>,
    /// The fixed texts of the page in its language.
    pub words: &'a PageWords,
    /// The name of the city.
    pub city: &'a str,
    /// The name of the counter.
    pub counter: &'a str,
    /// The telephone number, as people read it; it becomes a link.
    pub phone: &'a str,
    /// The opening hours in words.
    pub hours: &'a str,
    /// The token under which the server knows this conversation.
    pub conversation: &'a str,
    /// The idempotency key of the next post, so that a repeated post has effect once.
    pub key: &'a str,
    /// The size of the type that the resident chose.
    pub size: TextSize,
    /// The conversation so far, oldest first.
    pub messages: &'a [PageMessage],
    /// What went wrong with the last post, such as too many in a short time.
    pub notice: Option<&'a str>,
    /// The text to keep in the box after a post that had no effect.
    pub draft: &'a str,
}

/// One message of the conversation.
pub struct PageMessage {
    /// Whether the resident wrote it; otherwise the desk did.
    pub from_resident: bool,
    /// The text with its line breaks, unescaped.
    pub text: String,
    /// The BCP 47 tag of the text's language, which may differ from the page's.
    pub language: String,
    /// The time of day as people read it, such as `10:32`.
    pub at: String,
    /// The same moment for machines, as RFC 3339.
    pub at_iso: String,
    /// The choices that the message offers, as id and label.
    pub choices: Vec<(String, String)>,
    /// It shows what is kept about the resident, of which a copy can be had.
    pub has_copy: bool,
}

/// The fixed texts of the page. The ones that only JavaScript shows travel as `data-` attributes.
pub struct PageWords {
    /// The one heading, and the first part of the window's title.
    pub title: String,
    /// The link that jumps over the header.
    pub skip: String,
    /// The name of the conversation region.
    pub log_label: String,
    /// Who speaks in the desk's messages, for those who do not see on which side they stand.
    pub desk: String,
    /// Who speaks in the resident's messages.
    pub you: String,
    /// An example of a question, shown in the empty box.
    pub placeholder: String,
    /// The label of the box.
    pub input_label: String,
    /// The button that sends the text.
    pub send: String,
    /// The name of the language picker.
    pub language_label: String,
    /// The name of the type-size switch.
    pub size_label: String,
    /// The switch's standard size.
    pub size_normal: String,
    /// The switch's large size.
    pub size_large: String,
    /// The switch's largest size.
    pub size_huge: String,
    /// What not to type, and what happens with what is typed.
    pub privacy: String,
    /// The label of the telephone number.
    pub phone_label: String,
    /// The label of the opening hours.
    pub hours_label: String,
    /// What holds outside the opening hours; left out when empty.
    pub closed_note: String,
    /// The button that loads the page again, for those without JavaScript.
    pub refresh: String,
    /// The button that leads to a message which arrived below the part being read.
    pub newer: String,
    /// Shown while a message is on its way.
    pub sending: String,
    /// Shown when there is no connection.
    pub offline: String,
    /// Shown when too much was sent in a short time.
    pub too_fast: String,
    /// Shown when the server could not take the message.
    pub failed: String,
    /// The link to a copy of what is kept.
    pub copy: String,
}

/// The size of the type, which people choose once and keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 17 px at the browser's usual setting.
    #[default]
    Normal,
    /// About a quarter larger.
    Large,
    /// About half as large again.
    Huge,
}

impl TextSize {
    /// Every size, smallest first, as the switch shows them.
    pub const ALL: [TextSize; 3] = [TextSize::Normal, TextSize::Large, TextSize::Huge];

    /// The value that forms and cookies carry.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
            TextSize::Huge => "huge",
        }
    }

    /// Reads a form's or a cookie's value back; anything unknown is `None`.
    #[must_use]
    pub fn from_value(value: &str) -> Option<TextSize> {
        TextSize::ALL.into_iter().find(|size| size.value() == value)
    }

    /// What the switch calls this size.
    pub(super) fn label(self, words: &PageWords) -> &str {
        match self {
            TextSize::Normal => &words.size_normal,
            TextSize::Large => &words.size_large,
            TextSize::Huge => &words.size_huge,
        }
    }
}
