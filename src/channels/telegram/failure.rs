//! What Telegram's refusals mean for the desk: come back later, never, or somewhere else.

use teloxide::{ApiError, RequestError};

use crate::courier::DeliveryError;

/// Whether nobody will ever read what is sent there.
pub(super) fn is_gone(error: &ApiError) -> bool {
    match error {
        ApiError::BotBlocked
        | ApiError::UserDeactivated
        | ApiError::ChatNotFound
        | ApiError::BotKicked
        | ApiError::BotKickedFromSupergroup
        | ApiError::CantInitiateConversation
        | ApiError::CantTalkWithBots => true,
        ApiError::Unknown(text) => text.contains("Forbidden"),
        _ => false,
    }
}

/// Whether a message cannot be edited any more, so that a new one has to say the same. Trouble that passes is no reason: the
/// edit is tried again, or people would see two.
pub(super) fn is_uneditable(error: &ApiError) -> bool {
    match error {
        ApiError::InvalidToken => false,
        ApiError::Unknown(text) => is_final(text) && !is_gone(error),
        error => !is_gone(error),
    }
}

/// What the courier does about a failure.
pub(super) fn failure(error: &RequestError) -> DeliveryError {
    let reason = name(error).to_owned();
    match error {
        RequestError::RetryAfter(wait) => DeliveryError::Later {
            after: Some(wait.duration()),
            reason,
        },
        RequestError::MigrateToChatId(to) => DeliveryError::Moved { to: to.to_string() },
        RequestError::Api(ApiError::InvalidToken) => DeliveryError::Later {
            after: None,
            reason,
        },
        RequestError::Api(ApiError::Unknown(text)) if !is_final(text) => DeliveryError::Later {
            after: None,
            reason,
        },
        RequestError::Api(error) => DeliveryError::Never {
            gone: is_gone(error),
            reason,
        },
        _ => DeliveryError::Later {
            after: None,
            reason,
        },
    }
}

/// Telegram's own troubles come as JSON as well, for example "Internal Server Error"; they pass. teloxide drops
/// the code, so the first words decide.
pub(super) fn is_final(text: &str) -> bool {
    ["Bad Request", "Forbidden", "Unauthorized", "Not Found"]
        .iter()
        .any(|class| text.starts_with(class))
}

/// What a refusal says about a group and its topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Somebody has deleted the topic.
    TopicGone,
    /// Only those who manage topics write there.
    TopicClosed,
    /// It is so already.
    Unchanged,
    /// The bot may not do that.
    Rights,
    Other,
}

/// Reads a refusal; teloxide names none of these.
pub(super) fn refused(error: &RequestError) -> Refused {
    let RequestError::Api(ApiError::Unknown(text)) = error else {
        return Refused::Other;
    };
    let text = text.to_ascii_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
    if has(&["thread not found", "topic_deleted", "topic_id_invalid"]) {
        Refused::TopicGone
    } else if has(&["topic_closed"]) {
        Refused::TopicClosed
    } else if has(&["topic_not_modified"]) {
        Refused::Unchanged
    } else if has(&[
        "not enough rights",
        "no rights to send",
        "write_forbidden",
        "bot is not a member",
    ]) {
        Refused::Rights
    } else {
        Refused::Other
    }
}

/// Whether Telegram pushes the updates somewhere instead of giving them to us.
pub(super) fn is_webhook_in_the_way(error: &RequestError) -> bool {
    matches!(error, RequestError::Api(ApiError::Unknown(text)) if text.contains("webhook is active"))
}

/// A name for a failure that holds nothing personal: raw answers and addresses stay out of the log.
pub(super) fn name(error: &RequestError) -> &'static str {
    match error {
        RequestError::RetryAfter(_) => "too many requests",
        RequestError::MigrateToChatId(_) => "the chat has another id",
        RequestError::Network(_) => "network",
        RequestError::Io(_) => "input or output",
        RequestError::InvalidJson { .. } => "an answer that is not the Bot API's",
        RequestError::Api(ApiError::BotBlocked) => "blocked by the person",
        RequestError::Api(ApiError::UserDeactivated) => "the account is gone",
        RequestError::Api(ApiError::ChatNotFound) => "there is no such chat",
        RequestError::Api(ApiError::InvalidToken) => "Telegram does not know this token",
        RequestError::Api(_) => "refused by the Bot API",
    }
}

/// One line that names the mend.
pub(super) fn explain(error: &RequestError) -> &'static str {
    match error {
        RequestError::Api(ApiError::TerminatedByOtherGetUpdates) => {
            "another program asks for updates with the same token (409); stop it, one desk serves one bot"
        }
        RequestError::Api(ApiError::Unknown(text)) if text.contains("terminated by other") => {
            "another program asks for updates with the same token (409); stop it, one desk serves one bot"
        }
        RequestError::Api(ApiError::InvalidToken) => {
            "Telegram does not know this token; check TELOXIDE_TOKEN"
        }
        error if is_webhook_in_the_way(error) => {
            "a webhook was set for this token (409); it is removed, one desk serves one bot"
        }
        other => name(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> RequestError {
        RequestError::Api(ApiError::Unknown(text.to_owned()))
    }

    #[test]
    fn refusals_about_groups_are_told_apart() {
        let check = |text: &str, expected| assert_eq!(super::refused(&refused(text)), expected);
        check("Bad Request: message thread not found", Refused::TopicGone);
        check("Bad Request: TOPIC_DELETED", Refused::TopicGone);
        check("Bad Request: TOPIC_CLOSED", Refused::TopicClosed);
        check("Bad Request: TOPIC_NOT_MODIFIED", Refused::Unchanged);
        check(
            "Bad Request: not enough rights to send text messages to the chat",
            Refused::Rights,
        );
        check("Bad Request: CHAT_WRITE_FORBIDDEN", Refused::Rights);
        check("Bad Request: message to edit not found", Refused::Other);
    }

    #[test]
    fn only_a_message_that_is_lost_is_said_again_instead_of_edited() {
        let check = |text: &str, expected| {
            let error = ApiError::Unknown(text.to_owned());
            assert_eq!(is_uneditable(&error), expected, "{text}");
        };
        check("Bad Request: MESSAGE_ID_INVALID", true);
        check("Internal Server Error", false);
        check("Bad Gateway", false);
        check("Forbidden: bot was kicked from the supergroup chat", false);
        assert!(is_uneditable(&ApiError::MessageToEditNotFound));
        assert!(is_uneditable(&ApiError::MessageCantBeEdited));
        assert!(!is_uneditable(&ApiError::BotBlocked));
        assert!(!is_uneditable(&ApiError::InvalidToken));
    }

    #[test]
    fn what_passes_is_tried_again_and_what_does_not_is_not() {
        let check = |error: RequestError, again: bool, lost: bool| {
            let found = failure(&error);
            let is_again = matches!(found, DeliveryError::Later { .. });
            let is_lost = matches!(found, DeliveryError::Never { gone: true, .. });
            assert_eq!((is_again, is_lost), (again, lost), "{error}");
        };
        check(refused("Internal Server Error"), true, false);
        check(refused("Bad Gateway"), true, false);
        check(RequestError::Api(ApiError::InvalidToken), true, false);
        check(refused("Bad Request: TOPIC_CLOSED"), false, false);
        check(
            refused("Forbidden: bot was kicked from the group chat"),
            false,
            true,
        );
        check(RequestError::Api(ApiError::BotBlocked), false, true);
        check(RequestError::Api(ApiError::MessageIsTooLong), false, false);
    }
}
