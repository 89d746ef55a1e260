-- What suppliers are asked, what was answered, and who looked at it. What rates is in the ledger of facts: an answer gets
-- there when somebody else than its authors accepts it.

create table questionnaire (
    id uuid primary key,
    supplier_id text not null references supplier,
    site_id text,
    engagement_id text,
    template_id text not null,
    template_version text not null,
    template_hash text not null,
    tier text not null,
    form jsonb not null,
    due_on date not null,
    state text not null check (state in ('OPEN', 'SUBMITTED', 'ACCEPTED', 'WITHDRAWN')),
    version bigint not null,
    created_by text not null,
    created_at timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    note text,
    check ((submitted_by is null) = (submitted_at is null)),
    check (state not in ('SUBMITTED', 'ACCEPTED') or submitted_by is not null)
);
create index questionnaire_of_supplier on questionnaire (supplier_id, created_at desc, id);

create table questionnaire_response (
    id uuid primary key,
    questionnaire_id uuid not null references questionnaire,
    question text not null,
    version bigint not null,
    body jsonb not null,
    answered_by text not null,
    answered_at timestamptz not null,
    review text not null check (review in ('PENDING', 'NOT_ASKED', 'ACCEPTED', 'RETURNED')),
    verification text,
    note text,
    reviewed_by text,
    reviewed_at timestamptz,
    unique (questionnaire_id, question),
    check ((reviewed_by is null) = (reviewed_at is null)),
    check ((review in ('ACCEPTED', 'RETURNED')) <= (reviewed_by is not null)),
    check ((review = 'ACCEPTED') <= (verification is not null)),
    check ((review = 'RETURNED') <= (note is not null))
);
create index questionnaire_response_queue on questionnaire_response (review, questionnaire_id, question);

-- Everybody who wrote an answer or a part of it: none of them reviews it.
create table questionnaire_author (
    response_id uuid not null references questionnaire_response,
    author text not null,
    primary key (response_id, author)
);

-- What an answer was before.
create table questionnaire_response_history (
    id bigint generated always as identity primary key,
    response_id uuid not null,
    body jsonb not null,
    answered_by text not null,
    answered_at timestamptz not null,
    review text not null,
    verification text,
    note text,
    reviewed_by text,
    reviewed_at timestamptz
);
create trigger questionnaire_response_history_stays before update or delete on questionnaire_response_history
    for each row execute function refuse_change();

-- Who is to answer a section; an empty one stands for the whole.
create table questionnaire_delegation (
    questionnaire_id uuid not null references questionnaire,
    section text not null,
    person text not null,
    delegated_by text not null,
    delegated_at timestamptz not null,
    primary key (questionnaire_id, section)
);

create function guard_questionnaire() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A questionnaire must not be deleted; withdraw it.';
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'OPEN' or new.submitted_by is not null then
            raise exception 'A questionnaire must begin open.';
        end if;
        return new;
    end if;
    if (to_jsonb(new) - array['state', 'version', 'due_on', 'submitted_by', 'submitted_at', 'note'])
        <> (to_jsonb(old) - array['state', 'version', 'due_on', 'submitted_by', 'submitted_at', 'note']) then
        raise exception 'What a questionnaire asks, and whom, must stay.';
    end if;
    if old.state = 'WITHDRAWN' then
        raise exception 'A questionnaire that is withdrawn must not change.';
    end if;
    if (old.state, new.state) in (('OPEN', 'ACCEPTED'), ('ACCEPTED', 'SUBMITTED'), ('ACCEPTED', 'WITHDRAWN')) then
        raise exception 'A questionnaire must not go from % to %.', lower(old.state), lower(new.state);
    end if;
    if new.state in ('OPEN', 'WITHDRAWN') and old.state <> new.state and coalesce(new.note, '') = '' then
        raise exception 'To open again or withdraw a questionnaire needs a reason.';
    end if;
    if old.state in ('SUBMITTED', 'ACCEPTED') and new.submitted_by is distinct from old.submitted_by
        and new.state in ('SUBMITTED', 'ACCEPTED') then
        raise exception 'Who submitted a questionnaire must stay.';
    end if;
    if new.state = 'ACCEPTED' and old.state <> 'ACCEPTED' and exists (
            select 1 from questionnaire_response where questionnaire_id = new.id and review in ('PENDING', 'RETURNED')) then
        raise exception 'A questionnaire is accepted when all of its answers are.';
    end if;
    return new;
end $$;
create trigger questionnaire_is_guarded before insert or update or delete on questionnaire
    for each row execute function guard_questionnaire();

create function guard_questionnaire_response() returns trigger language plpgsql as $$
declare
    stage text;
    submitter text;
begin
    if tg_op = 'DELETE' then
        raise exception 'A response must not be deleted.';
    end if;
    select state, submitted_by into stage, submitter from questionnaire where id = new.questionnaire_id;
    if tg_op = 'INSERT' then
        if stage <> 'OPEN' or new.review <> 'PENDING' or new.reviewed_by is not null then
            raise exception 'A response must begin unreviewed in an open questionnaire.';
        end if;
        return new;
    end if;
    if (new.id, new.questionnaire_id, new.question) is distinct from (old.id, old.questionnaire_id, old.question) then
        raise exception 'A response must stay with its question.';
    end if;
    if (new.body, new.answered_by, new.answered_at) is distinct from (old.body, old.answered_by, old.answered_at) then
        if stage <> 'OPEN' then
            raise exception 'A submitted response must not change.';
        end if;
        if old.review = 'ACCEPTED' then
            raise exception 'An accepted response must be opened again before it changes.';
        end if;
        if new.review <> 'PENDING' or new.reviewed_by is not null or new.verification is not null then
            raise exception 'A response that changes must be reviewed again.';
        end if;
    elsif new.review <> old.review then
        if new.review in ('ACCEPTED', 'RETURNED') then
            if stage <> 'SUBMITTED' or old.review <> 'PENDING' then
                raise exception 'Only what was submitted can be reviewed, and once.';
            end if;
            if new.reviewed_by = submitter or exists (
                    select 1 from questionnaire_author where response_id = new.id and author = new.reviewed_by) then
                raise exception 'A response must be reviewed by somebody who neither wrote nor submitted it.';
            end if;
        elsif stage not in ('OPEN', 'SUBMITTED') then
            raise exception 'A response must not be taken back to %.', lower(new.review);
        end if;
    elsif (new.verification, new.note, new.reviewed_by, new.reviewed_at)
            is distinct from (old.verification, old.note, old.reviewed_by, old.reviewed_at) then
        raise exception 'A review must not be edited.';
    end if;
    if (to_jsonb(new) - 'version') <> (to_jsonb(old) - 'version') then
        insert into questionnaire_response_history (response_id, body, answered_by, answered_at, review, verification,
            note, reviewed_by, reviewed_at)
        values (old.id, old.body, old.answered_by, old.answered_at, old.review, old.verification, old.note,
            old.reviewed_by, old.reviewed_at);
    end if;
    return new;
end $$;
create trigger questionnaire_response_is_guarded before insert or update or delete on questionnaire_response
    for each row execute function guard_questionnaire_response();

create function note_questionnaire_author() returns trigger language plpgsql as $$
begin
    insert into questionnaire_author values (new.id, new.answered_by) on conflict do nothing;
    return null;
end $$;
create trigger questionnaire_response_has_authors after insert or update on questionnaire_response
    for each row execute function note_questionnaire_author();
create trigger questionnaire_author_stays before update or delete on questionnaire_author
    for each row execute function refuse_change();

-- How the columns, values and ids of somebody else's sheet are to be read.
create table sheet_mapping (
    id uuid primary key,
    title text not null check (length(title) between 1 and 200),
    template_id text not null,
    body jsonb not null,
    version bigint not null,
    created_by text not null,
    created_at timestamptz not null
);
