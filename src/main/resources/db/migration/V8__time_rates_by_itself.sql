-- Time rates by itself: what makes a rating due, which moments were acted on, and what ends soon.

-- Suppliers of whom something was recorded that no rating has seen. A row for each change, so that those who record never
-- wait for those who rate.
create table pending_rating (
    id bigint generated always as identity primary key,
    supplier_id text not null references supplier,
    not_before timestamptz not null,
    tries integer not null default 0
);

-- A moment of a timetable that was acted on, by the replica that came first.
create table timetable_slot (
    task text not null,
    slot timestamptz not null,
    taken_at timestamptz not null,
    primary key (task, slot)
);

-- What the portfolio was last rated under as a whole.
create table rated_methodology (
    one boolean primary key default true check (one),
    hashes jsonb not null
);

-- What short and recurring work is kept in, apart from jobs, which would make it wait.
create table recurring_task (like scheduled_tasks including all);

-- Why a rating was made, and the last day on which it came out the same again.
alter table assessment add column occasion text not null default 'ASKED'
    check (occasion in ('ASKED', 'FACTS', 'TIME', 'METHODOLOGY'));
alter table latest_assessment add column confirmed_on date;
alter table job add column occasion text not null default 'ASKED';

-- That something ends soon. Each end is told at most once 30, 7 and 1 days ahead.
create table reminder (
    id bigint generated always as identity primary key,
    supplier_id text not null references supplier,
    kind text not null,
    fact_key text not null,
    what text not null,
    site text,
    ends_on date not null,
    days_ahead integer not null check (days_ahead in (30, 7, 1)),
    raised_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    check ((closed_at is null) = (closed_by is null)),
    unique (supplier_id, kind, fact_key, ends_on, days_ahead)
);
create index reminder_open on reminder (ends_on, id) where closed_at is null;
create index reminder_of_supplier on reminder (supplier_id) where closed_at is null;
