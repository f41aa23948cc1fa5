//! How was it? Two buttons on the page of a finished ticket, and the reasons after a bad word. It works without JavaScript,
//! asks for nothing else, and a word can be changed as long as the page is there.

use maud::{Markup, html};

use super::Web;
use crate::app::hall::TicketPage;
use crate::desk::feedback::{Kind, Reason, Said, Verdict};
use crate::desk::phrase::Phrase;

const GOOD: &str = "good";
const BAD: &str = "bad";

/// What a button of the question posts; nothing for any other order.
pub(super) fn read(order: &str) -> Option<Verdict> {
    match order {
        GOOD => Some(Verdict::Good),
        BAD => Some(Verdict::Bad(None)),
        _ => {
            let reason = Reason::from_id(order.strip_prefix("bad-")?)?;
            let is_ours = Kind::Visit.reasons().contains(&reason);
            is_ours.then_some(Verdict::Bad(Some(reason)))
        }
    }
}

/// The question, what was said, and the reasons to pick from.
pub(super) fn question(web: &Web, token: &str, found: &TicketPage) -> Markup {
    let ticket = &found.ticket;
    let language = ticket.language;
    let number = ticket.number;
    let said = match found.verdict {
        None => Said::AskVisit { number },
        Some(Verdict::Bad(None)) => Said::AskReason,
        Some(_) => Said::Thanks,
    };
    let text = web.app.say(&Phrase::Feedback(said), language);
    let is_good = found.verdict.map(Verdict::is_good);
    let button = |order: &str, words: String, is_on: bool| {
        let pressed = found.verdict.map(|_| if is_on { "true" } else { "false" });
        html! {
            button class="button outline" name="order" value=(order) aria-pressed=[pressed] { (words) }
        }
    };
    let words = |id: &str| web.app.words(id, language);
    html! {
        form class="rate" method="post" action={ "/t/" (token) } {
            p class="text" id="rate" { (text) }
            div class="acts" role="group" aria-labelledby="rate" {
                (button(GOOD, words("choice-feedback-good"), is_good == Some(true)))
                (button(BAD, words("choice-feedback-bad"), is_good == Some(false)))
            }
            @if is_good == Some(false) {
                div class="acts" role="group" aria-labelledby="rate" {
                    @for reason in Kind::Visit.reasons() {
                        @let is_on = found.verdict == Some(Verdict::Bad(Some(*reason)));
                        (button(&format!("bad-{}", reason.id()), web.app.reason_words(*reason, language), is_on))
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_reasons_of_visits_are_read() {
        assert_eq!(read("good"), Some(Verdict::Good));
        assert_eq!(read("bad"), Some(Verdict::Bad(None)));
        assert_eq!(read("bad-wait"), Some(Verdict::Bad(Some(Reason::Wait))));
        for other in ["", "bad-", "bad-late", "late", "leave", "bad-out-of-date"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
