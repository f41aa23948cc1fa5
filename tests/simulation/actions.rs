//! What residents and clerks may do in one step of a simulation, drawn at random.

use chrono::Duration;
use madoguchi::desk::case::state::Case;
use madoguchi::desk::case::trigger::Urgency;
use madoguchi::desk::choice::Choice;
use madoguchi::desk::faq::Action;
use madoguchi::desk::language::Language;
use madoguchi::desk::message::{Incoming, Outgoing, Said, StaffAction, StaffIncoming};
use madoguchi::desk::retention::Kind;
use madoguchi::ids::CaseId;
use rand::Rng;
use rand::seq::IndexedRandom;

use super::invariants::{Dump, dump};
use super::world::{Event, Past, World};

const TEXTS: [&str; 60] = [
    "こんにちは",
    "hello",
    "ありがとう",
    "thanks",
    "はい",
    "yes",
    "いいえ",
    "no",
    "やめる",
    "stop",
    "戻る",
    "back",
    "最初から",
    "start over",
    "もっと",
    "more",
    "どれでもいい",
    "any",
    "ヘルプ",
    "help",
    "人と話したい",
    "I want to talk to a person",
    "職員につないで",
    "言語を変えたい",
    "change language",
    "English",
    "日本語",
    "やさしい日本語",
    "予約したい",
    "I want to book",
    "予約を変更したい",
    "change my reservation",
    "予約を取り消したい",
    "cancel my reservation",
    "予約を見せて",
    "my reservation",
    "明日の9時に電子証明書の更新で市役所",
    "明日の10時、暗証番号の再設定で本館に行きたい",
    "book a PIN reset at the main office tomorrow at 9:30",
    "カードの受け取りを支所で明日",
    "certificate renewal at the branch, next Monday at 10",
    "来週の月曜の午前",
    "next Tuesday morning",
    "10時20分",
    "at 9",
    "12月29日",
    "1月4日の9時",
    "今日いける？",
    "カードをなくしました",
    "I lost my card",
    "暗証番号を忘れた",
    "What do I need to bring?",
    "H7K3-M9QX",
    "1",
    "2",
    "有効期限を調べる",
    "どの手続きか分からない",
    "2022年2月1日",
    "1990-06-10",
    "きゃべつ 🥬 ぬるぽ zzz qqq",
];

/// Plays one step.
pub async fn step(world: &mut World) -> Result<(), String> {
    match world.rng.random_range(0..100) {
        0..16 => say(world).await,
        16..19 => tell_secret(world).await,
        19..52 => press(world).await,
        52..64 => go_through(world).await,
        64..72 => serve(world).await,
        72..76 => tick(world).await,
        76..82 => {
            world.note("deliver".into());
            world.deliver().await?;
            world.fetch().await
        }
        82..88 => wait(world).await,
        88..90 => {
            world.note("restart".into());
            world.restart();
            Ok(())
        }
        90..92 => {
            world.note("die".into());
            world.die();
            Ok(())
        }
        92..96 => repeat(world).await,
        _ => {
            world.plan_mishap();
            Ok(())
        }
    }
}

async fn say(world: &mut World) -> Result<(), String> {
    let said = match world.rng.random_range(0..20) {
        0 => Said::Start,
        1 => Said::Unintelligible,
        _ => Said::Text((*TEXTS.choose(&mut world.rng).unwrap()).to_owned()),
    };
    let n = world.someone();
    receive(world, n, said).await
}

/// A My Number with its check digit, or a residence-card number, in one of the ways people write them.
async fn tell_secret(world: &mut World) -> Result<(), String> {
    let rng = &mut world.rng;
    let (bare, text) = if rng.random_bool(0.7) {
        let number = my_number(rng);
        let written = match rng.random_range(0..5) {
            0 => number.clone(),
            1 => format!("{} {} {}", &number[..4], &number[4..8], &number[8..]),
            2 => format!("{}-{}-{}", &number[..4], &number[4..8], &number[8..]),
            3 => wide(&number),
            _ => format!(
                "{}　{}　{}",
                wide(&number[..4]),
                wide(&number[4..8]),
                wide(&number[8..])
            ),
        };
        let around = [
            "私のマイナンバーは{}です",
            "{}",
            "my number is {}, can I come tomorrow at 9?",
            "カードをなくしました。番号は{}",
        ];
        let frame = around.choose(rng).unwrap();
        (number, frame.replace("{}", &written))
    } else {
        let letter = |rng: &mut rand::rngs::StdRng| char::from(rng.random_range(b'A'..=b'Z'));
        let digits: u32 = rng.random_range(10_000_000..100_000_000);
        let number = [letter(rng), letter(rng)].iter().collect::<String>() + &digits.to_string();
        let number: String = number + &[letter(rng), letter(rng)].iter().collect::<String>();
        (number.clone(), format!("在留カードの番号は{number}です"))
    };
    world.secrets.push(bare);
    let n = world.someone();
    receive(world, n, Said::Text(text)).await
}

/// Twelve digits, the last of them the check digit (Ordinance of the Ministry 85 of 2014, article 5).
pub fn my_number(rng: &mut impl Rng) -> String {
    let digits: Vec<u32> = (0..11).map(|_| rng.random_range(0..10)).collect();
    let weighted: u32 = digits
        .iter()
        .rev()
        .zip(1u32..)
        .map(|(digit, n)| digit * if n <= 6 { n + 1 } else { n - 5 })
        .sum();
    let check = match weighted % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    let all = digits.into_iter().chain([check]);
    all.map(|d| char::from_digit(d, 10).unwrap()).collect()
}

fn wide(digits: &str) -> String {
    let shift = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
    digits.chars().map(shift).collect()
}

/// Presses a button of the newest message, now and then any that was ever shown to anybody.
async fn press(world: &mut World) -> Result<(), String> {
    let n = world.someone();
    let newest = &world.people[n].newest;
    let likely = |kinds: &[&str]| {
        let fits = |code: &&String| kinds.iter().any(|kind| code.starts_with(kind));
        newest.iter().find(fits).cloned()
    };
    let code = match world.rng.random_range(0..20) {
        0 => {
            let other = world.rng.random_range(0..world.people.len());
            world.people[other].buttons.choose(&mut world.rng).cloned()
        }
        1 | 2 => world.people[n].buttons.choose(&mut world.rng).cloned(),
        3..12 => likely(&["y.", "rc.", "rx.", "ri."]).or_else(|| newest.first().cloned()),
        12..15 => likely(&["rx.", "d.", "t."]).or_else(|| newest.last().cloned()),
        _ => newest.choose(&mut world.rng).cloned(),
    };
    match code.and_then(|code| Choice::read(&code)) {
        Some(choice) => receive(world, n, Said::Choice(choice)).await,
        None => receive(world, n, Said::Text("予約したい".into())).await,
    }
}

/// Somebody knows what they want and goes through with it, while others are at it too.
async fn go_through(world: &mut World) -> Result<(), String> {
    let n = world.someone();
    let wish = [Action::Book, Action::Book, Action::Change, Action::Cancel];
    let wish = *wish.choose(&mut world.rng).unwrap();
    receive(world, n, Said::Choice(Choice::Action(wish))).await?;
    for _ in 0..6 {
        world.deliver().await?;
        super::invariants::always(world)?;
        let before = (world.told.booked, world.told.moved, world.told.cancelled);
        let newest = &world.people[n].newest;
        let answers: Vec<&String> = ["y.", "t.", "d.", "o.", "p.", "rx.", "rc."]
            .into_iter()
            .map(|kind| {
                newest
                    .iter()
                    .filter(|code| code.starts_with(kind))
                    .take(2)
                    .collect()
            })
            .find(|found: &Vec<&String>| !found.is_empty())
            .unwrap_or_default();
        let answer = answers.choose(&mut world.rng);
        let Some(choice) = answer.and_then(|code| Choice::read(code)) else {
            return Ok(());
        };
        // Everybody would like to come when the doors open.
        let said = match choice {
            Choice::Time(_) if world.rng.random_bool(0.3) => Said::Text("9時".into()),
            choice => Said::Choice(choice),
        };
        receive(world, n, said).await?;
        let after = (world.told.booked, world.told.moved, world.told.cancelled);
        if before != after || world.rng.random_bool(0.06) {
            return Ok(());
        }
    }
    Ok(())
}

async fn receive(world: &mut World, n: usize, said: Said) -> Result<(), String> {
    world.note(format!("{} {said:?}", world.people[n].address.id));
    let key = world.next_key();
    let rng = &mut world.rng;
    let person = &world.people[n];
    let pressed = matches!(said, Said::Choice(_)).then(|| rng.random_range(1..50));
    let chosen = rng.random_bool(0.02).then_some(Language::En);
    let incoming = Incoming {
        key,
        from: person.address.clone(),
        hint: person.hint,
        chosen,
        said,
        pressed,
        pulled: person.pulled,
    };
    let replies = world.app.receive(incoming.clone()).await;
    let replies = replies.map_err(|e| format!("receive: {e}"))?;
    let pulled = world.people[n].pulled;
    for row in &replies {
        match row.phrase.as_str() {
            "booked" => world.told.booked += 1,
            "moved" => world.told.moved += 1,
            "cancelled" => world.told.cancelled += 1,
            "server-trouble" => return Err("a turn panicked".into()),
            _ => {}
        }
        if row.to != incoming.from {
            return Err(format!("a reply goes to {:?}", row.to));
        }
        if pulled {
            world.shown(row);
        }
    }
    if replies.is_empty() {
        return Err("nothing was said".into());
    }
    let phrases: Vec<&str> = replies.iter().map(|row| row.phrase.as_str()).collect();
    world.note(format!("  < {}", phrases.join(" ")));
    remember(world, Event::Citizen(incoming), replies);
    // Now and then the program dies between the commit and the delivery.
    if world.rng.random_bool(0.02) {
        world.note("… and the program dies".into());
        world.die();
    }
    if world.rng.random_bool(0.6) {
        world.deliver().await?;
    }
    Ok(())
}

fn remember(world: &mut World, event: Event, replies: Vec<Outgoing>) {
    let at = world.app.now();
    world.past.push(Past { event, at, replies });
}

async fn serve(world: &mut World) -> Result<(), String> {
    let most = world.past.len().max(1);
    let cases = super::invariants::count(&world.app, "SELECT count(*) FROM cases")?;
    let open = world.app.inbox().map_err(|e| format!("inbox: {e}"))?;
    let open: Vec<_> = open.into_iter().map(|line| line.handoff.case).collect();
    // Where nobody waits for them, somebody asks for a person.
    if open.is_empty() && world.rng.random_bool(0.7) {
        let n = world.someone();
        return receive(world, n, Said::Text("職員と話したい".to_owned())).await;
    }
    // Mostly an open one; sometimes one that is long closed or does not exist.
    let found = open
        .choose(&mut world.rng)
        .filter(|_| world.rng.random_bool(0.8));
    let case = found.map_or_else(
        || CaseId(1001 + world.rng.random_range(0..=cases.max(1))),
        |case| case.id,
    );
    let action = match world.rng.random_range(0..20) {
        0..4 => StaffAction::Accept(case),
        4..12 => StaffAction::Reply {
            case,
            text: format!("担当です。{most}番目のお返事です。"),
        },
        12 => StaffAction::TakeOver(case),
        13 => StaffAction::Release(case),
        14 => StaffAction::Called(case),
        15 => StaffAction::Rank(case, Urgency::Urgent),
        16..19 => StaffAction::Close(case),
        _ => StaffAction::Help,
    };
    world.note(format!("staff {action:?}"));
    // Mostly whoever has the case; sometimes the colleague, who may not.
    let owner = found.and_then(Case::owner);
    let owner = owner.filter(|_| world.rng.random_bool(0.7));
    let clerk = owner.map_or_else(
        || ["clerk-1", "clerk-2"][world.rng.random_range(0..2)].to_owned(),
        |owner| owner.name.clone(),
    );
    let key = world.next_key();
    let incoming = StaffIncoming { key, clerk, action };
    let written = world.app.serve(incoming.clone()).await;
    let written = written.map_err(|e| format!("serve: {e}"))?;
    if written.is_empty() {
        return Err("a clerk's action left no trace for anybody".into());
    }
    remember(world, Event::Staff(incoming), written);
    Ok(())
}

async fn tick(world: &mut World) -> Result<(), String> {
    world.note("tick".into());
    let ticked = world.app.tick().await;
    ticked.map_err(|e| format!("tick: {e}"))?;
    world.deliver().await
}

/// Time passes: minutes mostly, sometimes a night or days, with or without the desk awake.
async fn wait(world: &mut World) -> Result<(), String> {
    let minutes = match world.rng.random_range(0..10) {
        0..5 => world.rng.random_range(1..15),
        5..7 => world.rng.random_range(15..180),
        7..9 => world.rng.random_range(180..1440),
        _ => world.rng.random_range(1440..4320),
    };
    let awake = world.rng.random_bool(0.7);
    world.note(format!("wait {minutes} minutes, awake: {awake}"));
    if !awake {
        world.clock.advance(Duration::minutes(minutes));
        return Ok(());
    }
    // The shorter step is the ticker's; the longer one lets a simulated day stay cheap.
    let mut left = minutes;
    while left > 0 {
        let now = left.min(30);
        left -= now;
        world.clock.advance(Duration::minutes(now));
        let ticked = world.app.tick().await;
        let done = ticked.map_err(|e| format!("tick: {e}"))?;
        if done > 0 || world.rng.random_bool(0.2) {
            world.deliver().await?;
        }
    }
    Ok(())
}

/// The channel delivers an old event once more: the same answer, and nothing changes.
async fn repeat(world: &mut World) -> Result<(), String> {
    let kept = world.app.rules().retention.days(Kind::Messages);
    let kept = Duration::days(i64::from(kept) - 1);
    let since = world.app.now() - kept;
    let known: Vec<usize> = (0..world.past.len())
        .filter(|n| world.past[*n].at > since)
        .collect();
    let Some(n) = known.choose(&mut world.rng).copied() else {
        return Ok(());
    };
    world.note(format!("event {n} comes again"));
    let before: Dump = dump(&world.app)?;
    let event = world.past[n].event.clone();
    let replies = match event {
        Event::Citizen(incoming) => world.app.receive(incoming).await,
        Event::Staff(incoming) => world.app.serve(incoming).await,
    };
    let replies = replies.map_err(|e| format!("repeat: {e}"))?;
    // Attempts to deliver are counted in between; all else must be the same, to the byte.
    let same = |a: &Outgoing, b: &Outgoing| {
        let a = Outgoing {
            attempts: 0,
            ..a.clone()
        };
        a == Outgoing {
            attempts: 0,
            ..b.clone()
        }
    };
    // A summary of a case that was overtaken by a newer one before it was sent is gone.
    let is_there =
        |row: &&Outgoing| row.phrase != "handoff" || replies.iter().any(|reply| reply.id == row.id);
    let first: Vec<&Outgoing> = world.past[n].replies.iter().filter(is_there).collect();
    if first.len() != replies.len() || !first.iter().zip(&replies).all(|(a, b)| same(a, b)) {
        return Err(format!(
            "a repeated event got other replies:\n{first:#?}\n{replies:#?}"
        ));
    }
    if dump(&world.app)? != before {
        return Err("a repeated event changed the database".into());
    }
    Ok(())
}
