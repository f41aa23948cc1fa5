//! A citizen's turn. `decide` is a function of values; the files beside it do the parts.

use chrono::{DateTime, NaiveDate, Utc};

use super::abuse;
use super::asking;
use super::booking;
use super::care;
use super::care::Pick;
use super::case::state::Case;
use super::choice::Choice;
use super::context;
use super::correction;
use super::faq::{Action, EntryId, Subject};
use super::feedback;
use super::heard::{Heard, HeardKind};
use super::incident;
use super::language::Language;
use super::lexicon::Command;
use super::manage;
use super::own_data;
use super::person;
use super::phrase::Phrase;
use super::queue;
use super::retrieval::Verdict;
use super::rules::Rules;
use super::talk::{Aside, Dialogue, Form, Purpose, Step, Talk};
use super::view::{Change, Decision, Outcome, To, Turn, View};
use super::waitlist;
use crate::ids::IdSource;

/// Decides what a citizen's message does and what is said to it.
pub fn decide(
    rules: &Rules,
    view: &View<'_>,
    heard: &Heard,
    chosen: Option<Language>,
    now: DateTime<Utc>,
    ids: &mut IdSource,
) -> Decision {
    // What may hold a birth date is read here and not kept anywhere.
    let hidden = care::hides(view, heard).then(|| Heard {
        text: care::HIDDEN.to_owned(),
        ..heard.clone()
    });
    let typed = &heard.text;
    let heard = hidden.as_ref().unwrap_or(heard);
    let mut desk = Desk {
        rules,
        view,
        heard,
        typed,
        now,
        ids,
        language: view.resident.language,
        language_chosen: view.resident.language_chosen,
        talk: view.resident.talk.clone(),
        outcome: Outcome::default(),
        shown: Vec::new(),
        aside: None,
    };
    desk.settle_language(chosen);
    // While messages are stopped the conversation stands still.
    let stands_still = incident::hear(&mut desk);
    if !stands_still && !correction::hear(&mut desk) {
        desk.aside = desk.talk.aside.take();
        if !heard.text.is_empty() {
            desk.talk.last_text.clone_from(&heard.text);
        }
        desk.turn();
        queue::talk::follow_language(&mut desk);
    }
    if !stands_still {
        desk.remember_choices();
    }
    Decision {
        outcome: desk.outcome,
        talk: desk.talk,
        language: desk.language,
        language_chosen: desk.language_chosen,
        shown: desk.shown,
        is_private: hidden.is_some(),
    }
}

/// One turn under way: what it sees and what it has decided so far.
pub struct Desk<'a> {
    pub rules: &'a Rules,
    pub view: &'a View<'a>,
    pub heard: &'a Heard,
    /// The masked words, also those that are not kept.
    typed: &'a str,
    pub now: DateTime<Utc>,
    pub ids: &'a mut IdSource,
    pub language: Language,
    pub language_chosen: bool,
    pub talk: Talk,
    pub outcome: Outcome,
    pub shown: Vec<EntryId>,
    /// The question back that this turn may answer.
    pub aside: Option<Aside>,
}

impl Desk<'_> {
    // The turn.

    fn turn(&mut self) {
        if abuse::hear(self) {
            return;
        }
        if !self.heard.secrets.is_empty() {
            self.talk.masked = self.talk.masked.saturating_add(self.heard.secrets_count);
            self.say(Phrase::SecretMasked, Vec::new());
            if self.heard.is_only_secret && !self.is_relayed() {
                self.note(Turn::Other);
                booking::ask_again(self);
                return;
            }
        }
        match &self.heard.kind {
            HeardKind::Start => self.start(),
            HeardKind::Unintelligible if self.is_relayed() => person::relay_unreadable(self),
            HeardKind::Unintelligible => {
                self.say(Phrase::Unintelligible, Vec::new());
                if !booking::ask_again(self) {
                    self.offer_menu();
                }
            }
            HeardKind::Choice(choice) => self.choice(&choice.clone()),
            HeardKind::Text => self.text(),
            // What nobody hears was answered before.
            HeardKind::Edited => person::relay(self),
        }
        if !self.is_relayed() {
            self.offer_language();
        }
    }

    /// Whether a clerk owns the conversation, so that the desk only carries what is said.
    fn is_relayed(&self) -> bool {
        self.view.case.as_ref().is_some_and(Case::is_accepted)
    }

    fn start(&mut self) {
        self.talk.dialogue = Dialogue::Idle;
        self.note(Turn::Command);
        if self.is_relayed() {
            return person::tell_owned(self);
        }
        let menu = self.menu();
        self.say(Phrase::Welcome, menu);
    }

    fn text(&mut self) {
        if self.heard.command.is_none() && person::hear_call_number(self) {
            return;
        }
        if self.is_relayed() {
            return person::relay(self);
        }
        if let Some(choice) = self.picked() {
            self.choice(&choice);
            return;
        }
        if let Some(language) = self.heard.language_named {
            self.choose_language(language);
            return;
        }
        if let Some(command) = self.heard.command {
            if !queue::talk::is_command(command) {
                return self.command(command);
            }
            // Without a ticket these are words like any others.
            if queue::talk::command(self, command) {
                return self.note(Turn::Command);
            }
        }
        if self.heard.is_angry && self.heard.risk.is_none() {
            return person::angry(self);
        }
        // Whoever names the waiting list means it, whatever else is said: "cancel my waiting list" cancels no reservation.
        if self.heard.names_waiting_list && !self.heard.is_question {
            return waitlist::look(self);
        }
        if !care::hear(self)
            && !queue::talk::hear(self)
            && !booking::hear(self)
            && !manage::hear(self)
        {
            self.question();
        }
    }

    /// The choice that a typed number or label means.
    pub(super) fn picked(&self) -> Option<Choice> {
        self.numbered_choice().or_else(|| self.labelled_choice())
    }

    /// A typed number is the day or hour that was asked for, else the choice with that number in the list shown last.
    /// It never picks a way back: nobody means to leave by typing a number.
    fn numbered_choice(&self) -> Option<Choice> {
        let number = self.heard.number?;
        if let Dialogue::Booking(form) = &self.talk.dialogue
            && self.aside.is_none()
        {
            let n = u32::try_from(number).ok()?;
            match form.step() {
                Step::Day => return self.day_of_month(n).map(Choice::Day),
                Step::Time => {
                    let hour = if n <= 6 { n + 12 } else { n };
                    return chrono::NaiveTime::from_hms_opt(hour, 0, 0).map(Choice::Time);
                }
                Step::People => return u8::try_from(n).ok().map(Choice::People),
                Step::Procedure | Step::Office | Step::Confirm => {}
            }
        }
        let choice = self
            .talk
            .offered
            .get(number - 1)
            .and_then(|code| Choice::read(code))?;
        (!matches!(choice, Choice::Back | Choice::Stop | Choice::StartOver)).then_some(choice)
    }

    /// The next day with this number in its month, among those that can be reserved.
    fn day_of_month(&self, n: u32) -> Option<NaiveDate> {
        use chrono::Datelike;
        let (today, last) = (self.today(), self.rules.last_day(self.today()));
        today
            .iter_days()
            .take_while(|day| *day <= last)
            .find(|day| day.day() == n)
    }

    /// A typed label picks the choice that carries it.
    fn labelled_choice(&self) -> Option<Choice> {
        let typed = super::retrieval::normal::squeeze(self.typed);
        let at = self
            .talk
            .labels
            .iter()
            .position(|label| !label.is_empty() && *label == typed)?;
        self.talk
            .offered
            .get(at)
            .and_then(|code| Choice::read(code))
    }

    fn command(&mut self, command: Command) {
        self.note(Turn::Command);
        match command {
            Command::Stop => self.stop(),
            Command::Back => self.back(),
            Command::StartOver => self.start_over(),
            Command::Yes => self.yes(),
            Command::No => self.no(),
            Command::More | Command::Any if booking::is_under_way(self) => {
                booking::command(self, command)
            }
            Command::More | Command::Any | Command::Help => {
                let menu = self.menu();
                self.say(Phrase::Help, menu);
                booking::ask_again(self);
            }
            Command::Greeting => {
                let menu = self.menu();
                if booking::is_under_way(self) {
                    booking::ask_again(self);
                } else {
                    self.say(Phrase::Welcome, menu);
                }
            }
            Command::Thanks => {
                self.say(Phrase::Thanks, Vec::new());
                booking::ask_again(self);
            }
            Command::Staff => person::wish(self),
            Command::Language => self.ask_language(),
            Command::MyData => own_data::show(self),
            Command::MessagesOff => own_data::messages(self, false),
            Command::MessagesOn => own_data::messages(self, true),
            Command::WaitList => waitlist::look(self),
            Command::WaitLeave => waitlist::leave(self),
            Command::Finder => care::choose(self, &Pick::Finder),
            Command::Expiry => care::choose(self, &Pick::Expiry),
            Command::Late | Command::LeaveQueue | Command::WhereTo => {
                let _ = queue::talk::command(self, command);
            }
        }
    }

    pub(super) fn yes(&mut self) {
        match self.aside.take() {
            Some(Aside::DidYouMean(entry)) => return asking::show(self, &entry),
            Some(Aside::LeaveTicket(id)) => return queue::talk::leave(self, id),
            // "Yes" does not say which one; the form in the background must not take it for its own.
            Some(Aside::WhichOne) => {
                if !booking::ask_again(self) {
                    self.offer_menu();
                }
                return;
            }
            None => {}
        }
        match self.talk.dialogue.clone() {
            Dialogue::Booking(form) if form.hold.is_some() => booking::confirm(self, form.serial),
            Dialogue::Cancelling { serial, .. } => manage::confirm_cancel(self, serial),
            Dialogue::Confirming { entry } => asking::show(self, &entry),
            Dialogue::Booking(_) => drop(booking::ask_again(self)),
            Dialogue::Care(_) => care::answer(self, true),
            Dialogue::Idle
            | Dialogue::Picking { .. }
            | Dialogue::Language
            | Dialogue::Documents
            | Dialogue::Proving { .. } => self.offer_menu(),
            Dialogue::Erasing { serial } => own_data::confirm_erase(self, serial),
            Dialogue::Ticket(_) => queue::talk::yes(self),
            Dialogue::CallBack { .. } => drop(person::hear_call_number(self)),
        }
    }

    pub(super) fn no(&mut self) {
        match self.aside.take() {
            Some(Aside::LeaveTicket(_)) => return queue::talk::show(self),
            Some(Aside::DidYouMean(_) | Aside::WhichOne) => return asking::none_of_these(self),
            None => {}
        }
        match self.talk.dialogue.clone() {
            Dialogue::Booking(_) => booking::back(self),
            Dialogue::Cancelling { reservation, .. } => manage::keep(self, reservation),
            Dialogue::Confirming { .. } => asking::none_of_these(self),
            Dialogue::Care(_) => care::answer(self, false),
            Dialogue::Idle
            | Dialogue::Picking { .. }
            | Dialogue::Language
            | Dialogue::Documents
            | Dialogue::Proving { .. }
            | Dialogue::Ticket(_)
            | Dialogue::CallBack { .. }
            | Dialogue::Erasing { .. } => {
                self.talk.dialogue = Dialogue::Idle;
                self.offer_menu();
            }
        }
    }

    pub(super) fn choice(&mut self, choice: &Choice) {
        if care::is_ended_by(choice) {
            care::leave(self);
        }
        match choice {
            Choice::Action(action) => self.act(*action),
            Choice::Entry(entry) => asking::show(self, entry),
            Choice::NoneOfThese => asking::none_of_these(self),
            Choice::Unhelpful(entry) => asking::unhelpful(self, entry),
            Choice::Procedure(_)
            | Choice::AddProcedure
            | Choice::CountPeople
            | Choice::People(_)
            | Choice::Office(_)
            | Choice::Day(_)
            | Choice::DaysFrom(_)
            | Choice::Time(_)
            | Choice::TimesFrom(_) => booking::choose(self, choice),
            Choice::Confirm(serial) => match self.talk.dialogue {
                Dialogue::Cancelling { .. } => manage::confirm_cancel(self, *serial),
                Dialogue::Erasing { .. } => own_data::confirm_erase(self, *serial),
                _ => booking::confirm(self, *serial),
            },
            Choice::Back => self.back(),
            Choice::StartOver => self.start_over(),
            Choice::Stop => self.stop(),
            Choice::Keep => match self.talk.dialogue {
                Dialogue::Erasing { .. } => self.no(),
                Dialogue::Cancelling { reservation, .. } => manage::keep(self, reservation),
                _ => self.stale(),
            },
            Choice::Resume => {
                if !booking::ask_again(self) {
                    self.offer_menu();
                }
            }
            Choice::Show(id) => manage::show_one(self, *id),
            Choice::Change(id) => manage::change_one(self, *id),
            Choice::Cancel(id) => manage::ask_cancel(self, *id),
            Choice::Coming(id) => manage::coming(self, *id),
            Choice::Documents(procedure) => asking::documents(self, *procedure),
            Choice::Language(language) => self.choose_language(*language),
            Choice::WithdrawCase(case) => person::withdraw(self, *case),
            Choice::CallBack(case) => person::ask_call_time(self, *case),
            Choice::CallAt(case, at) => person::ask_call_number(self, *case, *at),
            // Clerks' buttons do nothing in a citizen's hands.
            Choice::AcceptCase(_) | Choice::CloseCase(_) => self.stale(),
            Choice::WaitDay(day) => waitlist::join(self, Some(*day)),
            Choice::WaitAny => waitlist::join(self, None),
            Choice::WaitLeave => waitlist::leave(self),
            Choice::TakeOffer(hold) => waitlist::take(self, *hold),
            Choice::DeclineOffer(offer) => waitlist::decline(self, *offer),
            Choice::Appeal => abuse::appeal(self),
            Choice::MyData => own_data::show(self),
            Choice::Messages(on) => own_data::messages(self, *on),
            Choice::EraseData => own_data::ask_erase(self),
            Choice::Care(pick) => care::choose(self, pick),
            Choice::Queue(pick) => queue::talk::choose(self, pick),
            Choice::Feedback(pick) => feedback::choose(self, pick),
        }
    }

    /// The masked words of this turn, also those that are not kept.
    #[must_use]
    pub const fn typed(&self) -> &str {
        self.typed
    }

    /// Does what an action entry stands for.
    pub fn act(&mut self, action: Action) {
        self.note(Turn::Action);
        self.talk.misses = 0;
        if matches!(action, Action::Book | Action::Change | Action::Cancel) {
            care::leave(self);
        }
        match action {
            Action::Book => booking::begin(self, Purpose::New),
            Action::Change => manage::change(self),
            // In the middle of a new reservation that one is meant.
            Action::Cancel if self.heard.names_waiting_list => waitlist::look(self),
            Action::Cancel if booking::is_new(self) => self.stop(),
            Action::Cancel
                if self.view.reservations.is_empty() && queue::talk::offer_to_leave(self) => {}
            Action::Cancel => manage::cancel(self),
            Action::MyReservation => manage::show(self),
            Action::Staff => person::wish(self),
            Action::Documents => asking::documents_ask(self),
            Action::Language => self.ask_language(),
            Action::Ticket => queue::walk_in::ticket(self),
            Action::CheckIn => queue::check_in::check_in(self),
            Action::WaitTime => queue::walk_in::wait_time(self),
        }
    }

    /// A text that is neither a command nor an answer to the form.
    fn question(&mut self) {
        self.talk.last_question.clone_from(&self.heard.text);
        self.talk.last_nearest = self.heard.hits.iter().take(3).map(near).collect();
        let verdict = context::understood(self.heard, &self.talk, self.view.corpus);
        if let Some(day) = context::asks_whether_open(self.heard, &verdict) {
            return asking::opening(self, day);
        }
        match verdict {
            Verdict::Confirm(_) | Verdict::Choose(_) if context::is_hardly_a_question(self) => {
                asking::miss(self);
            }
            Verdict::Direct(Subject::Action(Action::CheckIn))
            | Verdict::Confirm(Subject::Action(Action::CheckIn))
                if !self.heard.hits.first().is_some_and(|hit| hit.exact) =>
            {
                queue::check_in::ask(self);
            }
            Verdict::Direct(Subject::Action(action))
            | Verdict::Confirm(Subject::Action(action)) => self.act(action),
            Verdict::Direct(Subject::Entry(entry)) => asking::show(self, &entry),
            Verdict::Confirm(Subject::Entry(entry)) => asking::confirm(self, &entry),
            Verdict::Choose(subjects) => asking::choose(self, &subjects),
            Verdict::None => asking::miss(self),
        }
    }

    fn back(&mut self) {
        match self.talk.dialogue {
            Dialogue::Care(_) => care::back(self),
            _ => booking::back(self),
        }
    }

    fn stop(&mut self) {
        self.note(Turn::Command);
        if let Dialogue::Cancelling { reservation, .. } = self.talk.dialogue {
            // "Stop" may mean the reservation as well as the cancelling: it stays, and the way to cancel it stands below.
            manage::keep(self, reservation);
            return;
        }
        // Who waits in the hall and stops nothing else may mean the ticket.
        if self.talk.dialogue == Dialogue::Idle && queue::talk::offer_to_leave(self) {
            return;
        }
        let was = std::mem::take(&mut self.talk.dialogue);
        let phrase = match was {
            Dialogue::Booking(form) => {
                self.release(&form);
                Phrase::Stopped
            }
            Dialogue::Care(care) => {
                if let Some(form) = &care.form {
                    self.release(form);
                }
                Phrase::Stopped
            }
            Dialogue::Idle => Phrase::NothingToStop,
            _ => Phrase::Stopped,
        };
        let menu = self.menu();
        self.say(phrase, menu);
    }

    fn start_over(&mut self) {
        self.note(Turn::Command);
        if care::is_under_way(self) {
            self.say(Phrase::StartedOver, Vec::new());
            care::start_over(self);
            return;
        }
        let was = std::mem::take(&mut self.talk.dialogue);
        self.say(Phrase::StartedOver, Vec::new());
        match was {
            Dialogue::Booking(form) => {
                self.release(&form);
                booking::begin(self, form.purpose);
            }
            _ => self.offer_menu(),
        }
    }

    /// Gives a form's hold back.
    pub fn release(&mut self, form: &Form) {
        if let Some(hold) = &form.hold {
            self.change(Change::Release(hold.id));
        }
    }

    pub fn offer_menu(&mut self) {
        let mut menu = self.menu();
        menu.push(Choice::MyData);
        self.say(Phrase::Help, menu);
    }

    pub fn stale(&mut self) {
        self.say(Phrase::StaleButton, Vec::new());
        if !booking::ask_again(self) {
            self.offer_menu();
        }
    }

    /// Keeps the codes of the newest list of choices, for typed numbers.
    fn remember_choices(&mut self) {
        let own = To::Resident(self.view.resident.id);
        let shown = self
            .outcome
            .replies
            .iter()
            .rev()
            .find(|r| r.to == own && !r.choices.is_empty());
        if let Some(reply) = shown {
            self.talk.offered = reply.choices.iter().map(Choice::code).collect();
        }
        let said = self.outcome.replies.iter().rev().find(|r| r.to == own);
        if let Some(reply) = said {
            reply.phrase.id().clone_into(&mut self.talk.last_said);
        }
    }
}

/// A hit as it is kept: the name and the likeness in thousandths.
fn near(hit: &super::retrieval::Hit) -> super::view::Near {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a similarity is between 0 and 1"
    )]
    let thousandths = (hit.similarity.clamp(0.0, 1.0) * 1000.0).round() as u16;
    (hit.subject.to_string(), thousandths)
}
