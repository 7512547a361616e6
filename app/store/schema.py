"""The tables of an Amends file, as migrations that are only ever appended.

Texts and moments are `''` where nothing is known, figures are NULL. The narrow table `cases` holds what lists
and dates need; long texts lie beside it, so that sorting a hundred thousand rows does not read them.
"""

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("amends")

_FIRST = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    name_key TEXT NOT NULL DEFAULT '',      -- folded name and description, for finding
    phone_digits TEXT NOT NULL DEFAULT '', email_key TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX customer_by_phone ON customer(phone_digits) WHERE phone_digits <> '';
CREATE INDEX customer_by_email ON customer(email_key) WHERE email_key <> '';
CREATE INDEX customer_by_name ON customer(name_key);

CREATE TABLE lesson (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    broke TEXT NOT NULL DEFAULT '', plan TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '',
    by TEXT NOT NULL DEFAULT '', agreed TEXT NOT NULL DEFAULT '[]', cause TEXT NOT NULL DEFAULT '',
    in_use_since TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER REFERENCES customer(id),
    who TEXT NOT NULL DEFAULT '', who_key TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '', title_key TEXT NOT NULL DEFAULT '',
    step TEXT NOT NULL DEFAULT 'settle', visited TEXT NOT NULL DEFAULT '',
    standing INTEGER NOT NULL DEFAULT 0,    -- order of "where it stands": steps, then outcomes
    channel TEXT NOT NULL DEFAULT '', about TEXT NOT NULL DEFAULT '',
    anger INTEGER, anger_after INTEGER,
    answer TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
    lesson_id INTEGER REFERENCES lesson(id),
    follow_up_days INTEGER, follow_up_skipped INTEGER NOT NULL DEFAULT 0,
    came_in TEXT NOT NULL, answered_on TEXT NOT NULL DEFAULT '',
    closed_on TEXT NOT NULL DEFAULT '', deleted_on TEXT NOT NULL DEFAULT '',
    changed_on TEXT NOT NULL DEFAULT '',
    is_open INTEGER GENERATED ALWAYS AS (closed_on = '') VIRTUAL
) STRICT;
CREATE INDEX case_open ON cases(came_in) WHERE closed_on = '' AND deleted_on = '';
CREATE INDEX case_by_came_in ON cases(came_in, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_who ON cases(who_key, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_title ON cases(title_key, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_standing ON cases(standing, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_anger ON cases(anger, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_number ON cases(id, is_open) WHERE deleted_on = '';
CREATE INDEX case_by_about ON cases(about, came_in) WHERE deleted_on = '';
CREATE INDEX case_by_customer ON cases(customer_id);
CREATE INDEX case_by_lesson ON cases(lesson_id, came_in, deleted_on) WHERE lesson_id IS NOT NULL;
CREATE INDEX case_by_closed ON cases(closed_on) WHERE closed_on <> '' AND deleted_on = '';
CREATE INDEX case_in_trash ON cases(deleted_on) WHERE deleted_on <> '';

CREATE TABLE case_detail (
    case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE,
    given_title TEXT NOT NULL DEFAULT '', heat INTEGER,
    words TEXT NOT NULL DEFAULT '', wants TEXT NOT NULL DEFAULT '',
    review_site TEXT NOT NULL DEFAULT '', review_stars INTEGER, review_link TEXT NOT NULL DEFAULT '',
    read_back INTEGER, on_phone INTEGER,
    facts TEXT NOT NULL DEFAULT '', began_with TEXT NOT NULL DEFAULT '', supplier TEXT NOT NULL DEFAULT '',
    safety INTEGER, went_wrong TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '', what_changes TEXT NOT NULL DEFAULT '',
    tried TEXT NOT NULL DEFAULT '', release TEXT NOT NULL DEFAULT '', refer_to TEXT NOT NULL DEFAULT '',
    losses TEXT NOT NULL DEFAULT '[]', options TEXT NOT NULL DEFAULT '[]', differs TEXT NOT NULL DEFAULT '',
    nothing_because TEXT NOT NULL DEFAULT '', no_follow_up_because TEXT NOT NULL DEFAULT '',
    call_result TEXT NOT NULL DEFAULT '', call_anger INTEGER, call_words TEXT NOT NULL DEFAULT '',
    fair INTEGER, treated_well INTEGER, best_way TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    remedy TEXT NOT NULL DEFAULT '', what TEXT NOT NULL DEFAULT '', cost INTEGER,
    by TEXT NOT NULL DEFAULT '', who TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL DEFAULT '',
    kept_on TEXT NOT NULL DEFAULT '', withdrawn_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX promise_by_case ON promise(case_id);

CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', given_on TEXT NOT NULL DEFAULT '',
    card_kind TEXT NOT NULL DEFAULT '', card_size TEXT NOT NULL DEFAULT '', card_look TEXT NOT NULL DEFAULT '',
    ready_on TEXT NOT NULL DEFAULT '', printed_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX message_by_case ON message(case_id);
CREATE INDEX card_waiting ON message(case_id) WHERE ready_on <> '' AND given_on = '';
CREATE INDEX card_by_ready ON message(ready_on) WHERE kind = 'card';

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    result TEXT NOT NULL, anger INTEGER, words TEXT NOT NULL DEFAULT '', happened_on TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_by_case ON follow_up(case_id);

CREATE TABLE put_off (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL
) STRICT;
CREATE INDEX put_off_by_case ON put_off(case_id);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    added_on TEXT NOT NULL, deleted_on TEXT NOT NULL DEFAULT '', content BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_by_case ON attachment(case_id);

CREATE TABLE timeline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    happened_on TEXT NOT NULL, code TEXT NOT NULL, facts TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX timeline_by_case ON timeline(case_id);

CREATE TABLE remedy (
    code TEXT PRIMARY KEY, label TEXT NOT NULL, offer TEXT NOT NULL DEFAULT '',
    losses TEXT NOT NULL DEFAULT '[]', cost INTEGER, effort TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0, deleted_on TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE search_text (case_id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
"""


@migrations()
def first(db: "Database") -> None:
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)
    # Trigrams find any part of a word; the body is folded before it is stored.
    db.table("search_text").enable_fts(["body"], create_triggers=True, tokenize="trigram")


_LESSONS_THAT_COME_UP = """
ALTER TABLE lesson ADD COLUMN cause_words TEXT NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN whys TEXT NOT NULL DEFAULT '[]';
-- agreed_on: the moment, where the program saw it happen; looked_at_on: slips up to then were looked at
ALTER TABLE lesson ADD COLUMN agreed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN looked_at_on TEXT NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN retired_on TEXT NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN merged_into INTEGER REFERENCES lesson(id);

CREATE TABLE earlier_plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lesson_id INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    plan TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '', by TEXT NOT NULL DEFAULT '',
    agreed TEXT NOT NULL DEFAULT '[]', in_use_since TEXT NOT NULL DEFAULT '', agreed_on TEXT NOT NULL DEFAULT '',
    looked_at_on TEXT NOT NULL DEFAULT '', ended_on TEXT NOT NULL, slips INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX earlier_plan_by_lesson ON earlier_plan(lesson_id);

CREATE TABLE effect_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lesson_id INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    in_use_since TEXT NOT NULL,             -- of which plan: another plan is checked anew
    days INTEGER NOT NULL, holds INTEGER NOT NULL, words TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL,
    before INTEGER NOT NULL, before_of INTEGER NOT NULL, since INTEGER NOT NULL, since_of INTEGER NOT NULL
) STRICT;
CREATE INDEX effect_check_by_lesson ON effect_check(lesson_id);

CREATE TABLE lesson_put_off (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lesson_id INTEGER NOT NULL REFERENCES lesson(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL
) STRICT;
CREATE INDEX lesson_put_off_by_lesson ON lesson_put_off(lesson_id);

CREATE TABLE house_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
    case_id INTEGER REFERENCES cases(id) ON DELETE SET NULL,    -- from whose best way it grew
    made_on TEXT NOT NULL, deleted_on TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX case_by_supplier ON case_detail(supplier, began_with) WHERE supplier <> '';

-- What finds like cases. The words hold no copy of the text: half of its size would be too much for an index.
CREATE VIRTUAL TABLE like_words USING fts5(
    terms, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
);
-- By stem; the empty one counts the cases that changed or went since all were counted.
CREATE TABLE like_frequency (word TEXT PRIMARY KEY, cases INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- A vector made anew gets a higher id: who holds the others in memory asks for what came after.
CREATE TABLE like_vector (id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL UNIQUE, vector BLOB NOT NULL)
    STRICT;
CREATE TABLE like_lesson (id INTEGER PRIMARY KEY AUTOINCREMENT, lesson_id INTEGER NOT NULL UNIQUE, vector BLOB NOT NULL)
    STRICT;
-- Cases whose text is newer than their words and their vector.
CREATE TABLE like_pending (case_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE like_verdict (
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    verdict TEXT NOT NULL, made_on TEXT NOT NULL,
    PRIMARY KEY (case_id, other_id)
) STRICT;
CREATE INDEX like_verdict_by_other ON like_verdict(other_id);

-- Whoever writes a text or drops a case, now or later, cannot forget what finds it.
-- (Only the last semicolon of a statement may end a line.)
CREATE TRIGGER like_text_given AFTER INSERT ON case_detail
    WHEN new.words || new.given_title || new.wants || new.facts || new.went_wrong <> ''
    BEGIN INSERT OR IGNORE INTO like_pending (case_id) VALUES (new.case_id); END;
CREATE TRIGGER like_text_changed AFTER UPDATE OF words, given_title, wants, facts, went_wrong ON case_detail
    WHEN new.words <> old.words OR new.given_title <> old.given_title OR new.wants <> old.wants
        OR new.facts <> old.facts OR new.went_wrong <> old.went_wrong
    BEGIN INSERT OR IGNORE INTO like_pending (case_id) VALUES (new.case_id); END;
CREATE TRIGGER like_case_gone AFTER DELETE ON cases BEGIN DELETE FROM like_words WHERE rowid = old.id; \
INSERT INTO like_frequency (word, cases) SELECT '', 1 FROM like_vector WHERE case_id = old.id \
ON CONFLICT (word) DO UPDATE SET cases = cases + 1; \
DELETE FROM like_vector WHERE case_id = old.id; DELETE FROM like_pending WHERE case_id = old.id; END;
CREATE TRIGGER like_lesson_changed AFTER UPDATE OF broke, plan, cause_words ON lesson
    BEGIN DELETE FROM like_lesson WHERE lesson_id = old.id; END;
CREATE TRIGGER like_lesson_gone AFTER DELETE ON lesson
    BEGIN DELETE FROM like_lesson WHERE lesson_id = old.id; END;
INSERT INTO like_pending (case_id) SELECT id FROM cases;
"""


@migrations()
def lessons_that_come_up(db: "Database") -> None:
    for statement in _LESSONS_THAT_COME_UP.split(";\n"):
        if statement.strip():
            db.execute(statement)
