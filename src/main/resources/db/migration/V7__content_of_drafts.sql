-- What a draft says, whoever typed it: comments, blanks and the order of rows are no part of it. Unknown of those that were
-- written before.
alter table pack_draft add column content text;
create index pack_draft_of_content on pack_draft (content);
