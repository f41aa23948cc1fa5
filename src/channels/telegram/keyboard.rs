//! Buttons below a message.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::desk::choice::Choice;
use crate::desk::message::Button;

/// Labels up to this many characters stand two in a row.
const SHORT_LABEL_CHARS: usize = 12;

/// The buttons in rows; nothing without buttons.
pub(super) fn keyboard(choices: &[Button]) -> Option<InlineKeyboardMarkup> {
    if choices.is_empty() {
        return None;
    }
    let mut rows: Vec<Vec<InlineKeyboardButton>> = Vec::new();
    let mut open = false;
    let mut after_good = false;
    for button in choices {
        let choice = Choice::read(&button.id);
        let (is_good, is_bad) = choice.map_or((false, false), |c| (c.is_good(), c.is_bad()));
        let short = button.label.chars().count() <= SHORT_LABEL_CHARS;
        let key = InlineKeyboardButton::callback(button.label.clone(), button.id.clone());
        // The two buttons of a rating stand in a row of their own, however long they are.
        let joins = (is_bad && after_good) || (short && open && !is_good);
        match rows.last_mut().filter(|_| joins) {
            Some(row) => {
                row.push(key);
                open = false;
            }
            None => {
                rows.push(vec![key]);
                open = short && !is_good;
            }
        }
        after_good = is_good;
    }
    Some(InlineKeyboardMarkup::new(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(choices: &[(&str, &str)]) -> Vec<usize> {
        let button = |(id, label): &(&str, &str)| Button {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
        };
        let buttons: Vec<Button> = choices.iter().map(button).collect();
        let keyboard = keyboard(&buttons);
        keyboard.map_or_else(Vec::new, |k| {
            k.inline_keyboard.iter().map(Vec::len).collect()
        })
    }

    #[test]
    fn short_labels_stand_two_in_a_row() {
        assert!(rows(&[]).is_empty());
        let (a, b, c) = (("b", "Back"), ("x", "Stop"), ("0", "Start over"));
        assert_eq!(rows(&[a, b, c]), [2, 1]);
        assert_eq!(rows(&[a, ("k", "Go on with the booking"), b]), [1, 1, 1]);
    }

    #[test]
    fn a_rating_stands_in_a_row_of_its_own() {
        let (good, bad) = (
            ("h.y-parking", "👍 Helpful"),
            ("u.parking", "👎 Not what I needed"),
        );
        assert_eq!(rows(&[("a.book", "Book"), good, bad]), [1, 2]);
        assert_eq!(rows(&[good, bad, ("a.staff", "Staff")]), [2, 1]);
        let visit = [("h.vy-7", "👍 Good"), ("h.vn-7", "👎 Bad")];
        assert_eq!(rows(&visit), [2]);
    }
}
