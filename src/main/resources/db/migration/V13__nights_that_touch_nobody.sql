-- Until when the latest rating of a supplier certainly stands by itself; where nobody knows, the next night looks.
alter table latest_assessment add column stands_until date;

-- Suppliers whom a nightly run did not need to rate.
alter table job add column untouched bigint;

-- Suppliers that a run over all had to leave out.
alter table job add column unrateable bigint not null default 0;
