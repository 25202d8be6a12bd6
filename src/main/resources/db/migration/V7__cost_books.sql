-- Cost books by name: drafts that can be edited, and published ones, whose content is a version of the catalogue.
-- in_force holds the slug of the one published book of a name that has not been superseded, so that there is never a second.
-- How many books a name has had: the number of one that was deleted is not used again.
create table cost_book_name (
  slug varchar(100) primary key,
  last_number int not null
);
create table cost_book (
  id varchar(120) primary key,
  slug varchar(100) not null references cost_book_name (slug),
  number int not null,
  name varchar(200) not null,
  state varchar(12) not null check (state in ('draft', 'published', 'superseded')),
  note varchar(4000) not null,
  based_on varchar(64) references catalogue_version (hash),
  edition int not null,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  hash varchar(64) unique references catalogue_version (hash),
  in_force varchar(100) unique,
  unique (slug, number),
  check ((state = 'draft') = (hash is null)),
  check ((state = 'published') = (in_force is not null))
);
-- The texts in which a draft differs from what it is based on; null: the file is left out.
create table cost_book_file (
  book_id varchar(120) not null references cost_book (id) on delete cascade,
  path varchar(400) not null,
  content text,
  primary key (book_id, path)
);
-- Who edited a draft, when and why, and what became of which number or file; kept when it is published.
create table cost_book_edit (
  book_id varchar(120) not null references cost_book (id) on delete cascade,
  edition int not null,
  edited_by varchar(80) not null,
  edited_at timestamp with time zone not null,
  reason varchar(2000) not null,
  primary key (book_id, edition)
);
create table cost_book_alteration (
  book_id varchar(120) not null,
  edition int not null,
  place int not null,
  path varchar(400) not null,
  before_value varchar(400),
  after_value varchar(400),
  primary key (book_id, edition, place),
  foreign key (book_id, edition) references cost_book_edit (book_id, edition) on delete cascade
);
-- Versions that the service started with before there were cost books.
insert into cost_book_name (slug, last_number)
  select 'england-illustrative', count(*) from catalogue_version having count(*) > 0;
insert into cost_book (id, slug, number, name, state, note, edition, created_at, published_at, hash)
  select 'england-illustrative-' || n, 'england-illustrative', n, 'England, illustrative', 'superseded', '', 1,
    published_at, published_at, hash
  from (select hash, published_at, row_number() over (order by published_at, hash) as n from catalogue_version) as numbered;
