-- Factor editions, catalogues of exploited vulnerabilities and lists of owners live the life of rule packs: in the same
-- tables, each with the subject that it is of. What there was so far is of rules.

alter table stored_pack
    add column subject text not null default 'RULES' check (subject in ('RULES', 'FACTORS', 'EXPLOITED', 'OWNERS')),
    add unique (hash, subject);

-- A draft, what it began with and what was submitted of it are of one subject.
alter table pack_draft
    add column subject text not null default 'RULES',
    add unique (id, subject),
    add foreign key (base_hash, subject) references stored_pack (hash, subject),
    add foreign key (hash, subject) references stored_pack (hash, subject);

-- And so are a publication, its draft and its texts.
alter table pack_publication
    add column subject text not null default 'RULES',
    add foreign key (hash, subject) references stored_pack (hash, subject),
    add foreign key (draft_id, subject) references pack_draft (id, subject);
drop index pack_publication_in_force;
create index pack_publication_in_force on pack_publication (subject, effective_from desc, id desc);

create function guard_subject_of_draft() returns trigger language plpgsql as $$
begin
    if new.subject <> old.subject then
        raise exception 'A draft must stay one of its subject.';
    end if;
    return new;
end $$;
create trigger pack_draft_keeps_its_subject before update on pack_draft
    for each row execute function guard_subject_of_draft();

-- What an assessment was made with beside its pack; unknown of those that were made before.
alter table assessment
    add column factors_hash text references stored_pack,
    add column exploited_hash text references stored_pack,
    add column owners_hash text references stored_pack;

create function guard_editions_of_assessment() returns trigger language plpgsql as $$
begin
    if exists (
            select 1
            from (values (new.pack_hash, 'RULES'), (new.factors_hash, 'FACTORS'), (new.exploited_hash, 'EXPLOITED'),
                (new.owners_hash, 'OWNERS')) as used (hash, subject)
            join stored_pack on stored_pack.hash = used.hash
            where stored_pack.subject <> used.subject) then
        raise exception 'An assessment must name a pack and editions of their subjects.';
    end if;
    return new;
end $$;
create trigger assessment_names_editions before insert on assessment
    for each row execute function guard_editions_of_assessment();
