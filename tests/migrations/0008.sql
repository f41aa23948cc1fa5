-- A desk in the middle of its work, as the seventh schema keeps it.
INSERT INTO meta (name, value) VALUES ('telegram-offset', '7');

INSERT INTO residents (id, channel, address, language, language_chosen, reachable, talk, created_at, seen_at) VALUES
    (1, 'telegram', '100', 'ja', 0, 1, '{"dialogue":"idle","serial":3}', 1796083200000, 1796086800000),
    (2, 'web', 'a-hash', 'en', 1, 1, '{"dialogue":"language"}', 1796083200000, 1796086800000),
    (3, 'telegram', '300', 'ja-x-yasashii', 0, 0, '{}', 1796083200000, 1796083200000);

INSERT INTO inbox (key, resident, at, turn, text) VALUES
    ('telegram:1', 1, 1796083200000, 'form', '明日の10時に電子証明書の更新'),
    ('web:a-hash:1', 2, 1796083200000, 'miss', 'my number is ［マイナンバー］'),
    ('staff:1', NULL, 1796083200000, '', '');

INSERT INTO outbox (id, key, n, resident, channel, address, language, phrase, text, choices, entries, case_id,
                    replaces, state, attempts, next_at, sent_id, at) VALUES
    (1, 'telegram:1', 0, 1, 'telegram', '100', 'ja', 'booked', '予約しました。',
     '[{"id":"rc.1","label":"変更する"}]', '[]', NULL, 5, 'sent', 1, 0, 77, 1796083200000),
    (2, 'web:a-hash:1', 0, 2, 'web', 'a-hash', 'en', 'case-opened', 'A person will answer.',
     '[]', '[]', 1001, NULL, 'pulled', 0, 0, NULL, 1796083200000),
    (3, 'web:a-hash:1', 1, NULL, 'staff', 'desk', 'ja', 'handoff', '職員を希望', '[]', '[]', 1001, NULL,
     'pending', 2, 1796083500000, NULL, 1796083200000),
    (4, 'staff:1', 0, 3, 'telegram', '300', 'ja-x-yasashii', 'staff-says', 'こんにちは', '[]', '[]', 1000, NULL,
     'failed', 4, 0, NULL, 1796083200000);

INSERT INTO reservations (id, code, resident, office, start_at, cells, seat, state, coming_at, cancelled_at,
                          cancelled_by, made_at, changed_at, people, marked_at) VALUES
    (1, 'H7K3-M9QX', 1, 'main', 1796173200000, 2, 0, 'booked', NULL, NULL, NULL, 1796083200000, 1796083200000, 2, NULL),
    (2, 'A4C9-DEFG', 2, 'main', 1796173200000, 1, 1, 'booked', 1796090000000, NULL, NULL, 1796083200000, 1796083200000, 1, NULL),
    (3, 'C3D4-EFGH', 2, 'branch', 1796173200000, 1, 0, 'cancelled', NULL, 1796090000000, 'resident', 1796083200000, 1796090000000, 1, NULL),
    (4, 'D4E6-FGHJ', 1, 'main', 1796000400000, 1, 0, 'came', NULL, NULL, NULL, 1795000000000, 1796001000000, 1, 1796001000000),
    (5, 'E4F6-GHJK', 2, 'main', 1796000400000, 1, 1, 'missed', NULL, NULL, NULL, 1795000000000, 1796004000000, 1, 1796004000000);

INSERT INTO reservation_procedures (reservation, n, procedure) VALUES
    (1, 0, 'certificate'), (1, 1, 'pin'), (2, 0, 'pin'), (3, 0, 'pickup');

INSERT INTO contacts (reservation, made_by, reading, phone, note, reason) VALUES
    (2, 'city-desk', 'さくら', '', '', '');

INSERT INTO waits (id, resident, office, procedures, people, first_day, last_day, from_time, until_time, state, lapses,
                   made_at, wished_at) VALUES
    (20, 3, 'main', 'pickup pin', 2, '2026-12-02', '2026-12-02', '13:00', '17:30', 'waiting', 0, 1796083200000, 1796083200000);

INSERT INTO offers (id, resident, wait, reservation, made_at, until, told_at, state) VALUES
    (21, 1, NULL, 1, 1796083200000, 1796183200000, 1796083200000, 'open');

INSERT INTO shares (reservation, resident, at) VALUES (1, 2, 1796083200000);
INSERT INTO code_tries (id, resident, code, at) VALUES (1, 2, 'H7K3-M9QX', 1796083200000);
INSERT INTO prints (office, day, at) VALUES ('main', '2026-12-01', 1796083200000);

INSERT INTO holds (id, resident, until) VALUES (9, 3, 1796083800000);

INSERT INTO seats (office, cell, seat, reservation, hold, held_until) VALUES
    ('main', 2993622, 0, 1, NULL, NULL),
    ('main', 2993623, 0, 1, NULL, NULL),
    ('main', 2993622, 1, 2, NULL, NULL),
    ('branch', 2993622, 0, NULL, 9, 1796083800000);

INSERT INTO reminders (reservation, kind, due_at, state, reason) VALUES
    (1, 'evening', 1796115600000, 'sent', NULL),
    (1, 'soon', 1796166000000, 'waiting', NULL),
    (3, 'soon', 1796166000000, 'dropped', 'forgotten');

INSERT INTO cases (id, resident, trigger, topic, office, urgency, opened_at, answer_by, touched_at, state, owner, owner_at,
                   first_reply_at, waits_since, alarm, closed_at, close_reason, brief, thread) VALUES
    (1000, 3, 'wish', '', NULL, 'normal', 1796083200000, 1796085000000, 1796083200000, 'closed', 'counter', 1796083200000,
     1796083250000, NULL, 0, 1796083300000, 'answered', '{}', NULL),
    (1001, 2, 'misses', 'parking', 'main', 'soon', 1796083200000, 1796085000000, 1796083200000, 'queued', NULL, NULL,
     NULL, 1796083200000, 1, NULL, NULL, '{}', 77);

INSERT INTO case_events (case_id, at, who, step, state, detail) VALUES
    (1000, 1796083200000, 'resident:3', 'open', 'queued', ''),
    (1000, 1796083300000, 'clerk:counter', 'close', 'closed', 'answered');
INSERT INTO case_notes (case_id, at, who, text) VALUES (1001, 1796083300000, 'counter', '折り返しは午後');
INSERT INTO callbacks (case_id, from_at, until_at, phone) VALUES (1001, 1796088000000, 1796091600000, '072-000-0000');
INSERT INTO presence (name, until) VALUES ('counter', 1796083500000);
INSERT INTO clerks (name, role, organisation, offices, first_day, last_day, made_by, made_at) VALUES
    ('hall', 'floor', 'contractor', 'main', '2026-12-01', '2027-03-31', 'supervisor', 1796083200000);
INSERT INTO clerk_marks (name, away, telegram, totp, totp_step, failures, locked_until) VALUES
    ('supervisor', 1, 7001, 'JBSWY3DPEHPK3PXP', 59869440, 2, 0);
INSERT INTO link_codes (digest, name, until) VALUES ('a-digest', 'counter', 1796083500000);
INSERT INTO incidents (id, kind, state, office, raised_by, raised_at, closed_by, closed_at) VALUES
    (1, 'loss', 'closed', 'main', 'counter', 1796083200000, 'supervisor', 1796090000000),
    (2, 'outage', 'open', NULL, 'counter', 1796093200000, NULL, NULL);
INSERT INTO incident_entries (incident, at, who, field, text) VALUES (1, 1796083200000, 'counter', 'what', '申請書1枚の所在が不明');
INSERT INTO feedback (at, kind, subject, resident, language, channel, office, good, reason) VALUES
    (1796083200000, 'answer', 'parking', 1, 'ja', 'web', NULL, 1, ''),
    (1796083300000, 'visit', '103', NULL, 'en', 'telegram', 'main', 0, 'wait');
INSERT INTO blocks (id, resident, at, by, until, reason, lifted_at, lifted_by, appeal) VALUES
    (1, 3, 1796083200000, 'supervisor', 1796169600000, 'flood', 1796090000000, 'supervisor', NULL),
    (2, 2, 1796083200000, 'supervisor', 1796169600000, 'insults', NULL, NULL, 1001);

INSERT INTO misses (at, language, text, nearest, kind, about, settled) VALUES
    (1796083200000, 'en', 'my number is ［マイナンバー］', '[]', 'no-answer', NULL, NULL),
    (1796083260000, 'ja', '電子証明書の期限', '[["certificate-when",742],["action:book",310]]', 'none-of-these', NULL,
     'adopted:certificate-when'),
    (1796083320000, 'ja-x-yasashii', '', '[]', 'unhelpful', 'pin-forgot', NULL),
    (1796083380000, 'en', 'a purple elephant', '[]', 'no-answer', NULL, 'dismissed');

INSERT INTO texts (hash, question, spoken, body, seen_at) VALUES
    ('0f3a9c1d', '駐車場はありますか', '', '電話は{city-phone}です。', 1796083200000),
    ('7be2d450', 'Is there parking?', 'Yes, there is.', 'Call {city-phone}.', 1796083200000);

INSERT INTO audit (at, who, what, subject, before, after, hash) VALUES
    (1796083200000, 'resident:1', 'reserve', '1', '', '', ''),
    (1796090000000, 'resident:2', 'cancel', '3', 'booked', 'cancelled', ''),
    (1796090000000, 'clerk:city-desk', 'approve-text', 'parking/ja', '', '', ''),
    (1796090000000, 'clerk:city-desk', 'settle-misses', 'dismissed', '', '', '');

INSERT INTO calendar_entries (id, day, office, kind, opens, closes, counters, reason, who, at) VALUES
    (1, '2026-12-16', NULL, 'closed', NULL, NULL, NULL, '台風', 'supervisor', 1796083200000),
    (2, '2026-12-20', 'main', 'open', '09:00', '12:00', 3, '年末の混雑', 'supervisor', 1796083200000),
    (3, '2026-12-16', NULL, 'rule', NULL, NULL, NULL, '台風がそれた', 'deputy', 1796090000000);

INSERT INTO renewal_reminders (resident, kind, due_month, state, reason) VALUES
    (1, 'card', '2036-04', 'waiting', NULL),
    (2, 'certificate', '2026-11', 'sent', NULL),
    (3, 'stay', '2026-08', 'dropped', 'unreachable');

INSERT INTO document_checks (reservation, item, at) VALUES
    (1, 'card', 1796083200000),
    (1, 'pin', 1796083200000),
    (2, 'id-a', 1796083260000);

INSERT INTO clerk_passwords (name, hash, given, changed_at) VALUES
    ('counter', '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 0, 1796083200000),
    ('supervisor', '$argon2id$v=19$m=19456,t=2,p=1$BBBBBBBBBBBBBBBBBBBBBA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 1, 1796083200000);

INSERT INTO clerk_sessions (token_hash, name, kind, made_at, until) VALUES
    ('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'counter', 'work', 1796083200000, 1796119200000),
    ('60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752', 'supervisor', 'setup', 1796083200000, 1796084100000);

INSERT INTO tickets (id, office, day, letter, n, resident, language, chair, people, reservation, due_at, late, state,
                     counter, state_at, issued_at, order_at, waiting_since, priority_at, priority_reason, only_counter,
                     note, told_low, told_high, called_at) VALUES
    (101, 'main', '2026-12-01', 'R', 1, 1, 'ja', 1, 1, 1, 1796173200000, 0, 'serving', 2, 1796173300000,
     1796172900000, 1796173200000, 1796172900000, NULL, '', NULL, '', 5, 10, 1796173260000),
    (102, 'main', '2026-12-01', 'W', 1, NULL, 'vi', 0, 3, NULL, NULL, 0, 'waiting', NULL, 1796172960000,
     1796172960000, 1796172960000, 1796172960000, 1796173000000, '乳児連れ', 3, '受取済み、暗証番号から', NULL, NULL, NULL),
    (103, 'main', '2026-12-01', 'W', 2, 2, 'en', 0, 1, NULL, NULL, 0, 'done', 1, 1796174000000,
     1796172990000, 1796172990000, 1796172990000, NULL, '', NULL, '', 10, 25, 1796173200000);
INSERT INTO ticket_procedures (ticket, n, procedure) VALUES (101, 0, 'pickup'), (102, 0, 'pin'), (103, 0, 'certificate');
INSERT INTO ticket_events (ticket, at, who, step, state, office, counter) VALUES
    (101, 1796172900000, 'desk', 'issue', 'waiting', 'main', NULL),
    (101, 1796173260000, 'clerk:counter', 'call', 'called', 'main', 2),
    (101, 1796173300000, 'clerk:counter', 'serve', 'serving', 'main', 2);
INSERT INTO ticket_work (ticket, procedure, count) VALUES (103, 'certificate', 1);
INSERT INTO ticket_notices (ticket, kind, at) VALUES (103, 'next', 1796173100000);
INSERT INTO counters (office, number, state, clerk, since, procedures) VALUES
    ('main', 2, 'open', 'counter', 1796170000000, ''), ('main', 1, 'closed', NULL, 1796170000000, 'pin certificate');
INSERT INTO counter_events (office, number, at, who, state) VALUES ('main', 2, 1796170000000, 'clerk:counter', 'open');
INSERT INTO admissions (office, at, asker, result, low, high, ticket) VALUES
    ('main', 1796172960000, 'kiosk', 'admitted', 10, 25, 103), ('main', 1796172999000, 'phone', 'day-ends', NULL, NULL, NULL);
INSERT INTO queue_marks (office, kind, at) VALUES ('main', 'shortage', 1796172960000);
INSERT INTO devices (name, kind, office, digest, made_at, made_by) VALUES
    ('hall', 'board', 'main', 'a-digest', 1796000000000, 'supervisor');
INSERT INTO kiosk_tries (id, device, at) VALUES (1, 'hall', 1796172960000);
INSERT INTO handovers (code, case_id, ticket, office, counter, department, note, made_by, made_at, taken_by, taken_at) VALUES
    ('H-7K3M', 1001, NULL, 'main', 3, '', '書類は確認済み', 'counter', 1796083300000, NULL, NULL),
    ('H-2Q8X', NULL, 103, NULL, NULL, '保険年金課', '', 'counter', 1796083400000, 'hall', 1796083500000);
