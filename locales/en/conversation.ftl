# The conversation itself.

welcome =
    This is the { $counter } of { $city }. Just type your question or say when you want to come.
    For example: “What do I need to renew my electronic certificate?” or “next Tuesday afternoon”.
help =
    Type your question, or choose below.
    “Stop”, “back”, “start over”, “change language” and “talk to a person” work at any time.
thanks = You are welcome. Write to us any time.
secret-masked = We did not keep the My Number, PIN or other secret number in your message. You never need to send one here.
unintelligible = We can only read text messages. Please type your question.
first-text-stands = We go by the text that you sent first. To change it, please send it again as a new message.
stopped = Stopped. Nothing has changed in your reservations.
nothing-to-stop = There is nothing to stop. How can we help?
started-over = Let us start over.
nothing-before = There is nothing to go back to. How can we help?
stale-button = That button belongs to an earlier step. This is where we are now.
language-ask = Which language would you like?
language-changed = We will continue in English.
language-offer = We can continue in English.
server-trouble = Sorry, something went wrong on our side. Please try again in a little while, or call { $phone } (Japanese).
too-fast = Your messages are coming very fast. Please wait a moment before you send the next one.
form-resume = Now back to your reservation.
unclear = Sorry, we could not read that. Please say it another way or choose below.

# Formats. `weekday` counts from 1 for Monday.
date = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
time = { $hour }:{ $minute2 }
list-separator = {", "}
promise-within = within { $minutes } minutes
promise-after = from { $date }, { $time } on

# Buttons.
choice-yes = Yes
choice-none-of-these = None of these
choice-unhelpful = 👎 Not helpful
choice-add-procedure = Add another procedure
choice-days-from = Later days (from { $date })
choice-times-from = From { $time } on
choice-confirm-booking = Book this
choice-confirm-cancel = Cancel the reservation
choice-confirm = Yes
choice-back = Back
choice-start-over = Start over
choice-stop = Stop
choice-resume = Continue the reservation
choice-show = Show the reservation
choice-change = Change the date
choice-cancel = Cancel the reservation
choice-change-one = Change { $date } { $time }
choice-cancel-one = Cancel { $date } { $time }
choice-coming = I will come
choice-documents = What to bring
choice-withdraw-case = I do not need a person any more
choice-accept-case = Take the case
choice-close-case = Close the case
action-book = Make a reservation
action-change = Change a reservation
action-cancel = Cancel a reservation
action-my-reservation = My reservation
action-staff = Talk to a person
action-ticket = Take a number
action-check-in = I have arrived
action-documents = What to bring
action-language = 言語を変える / Language
action-wait-time = Waiting time
choice-keep = Keep the reservation
choice-documents-of = What to bring: { $procedure }
date-year = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
