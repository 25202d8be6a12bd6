-- Homes that the authority runs itself: a cost book makes a fee of each, out of its parts.
create table home (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  placement_type varchar not null,
  name varchar,
  from_date date not null,
  to_date date,
  beds integer not null check (beds >= 1),
  occupancy numeric(32, 16) not null check (occupancy > 0 and occupancy <= 1),
  includes varchar not null,
  payer varchar not null,
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  constraint home_ends_later check (to_date > from_date),
  unique (version_hash, position)
);
-- The parts of the home at a position; what a kind of part does not have is null.
create table home_part (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  home integer not null,
  kind varchar not null,
  name varchar not null,
  role varchar,
  posts numeric(32, 16) check (posts >= 0),
  amount numeric(32, 16) check (amount >= 0),
  per varchar,
  years integer check (years between 1 and 100),
  rate numeric(32, 16) check (rate between 0 and 1),
  price_year integer,
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  foreign key (version_hash, home) references home (version_hash, position),
  constraint home_part_of_kind check (
    (kind = 'staffing' and posts is not null and (role is null) = (amount is not null) and per is null and years is null and rate is null)
    or (kind = 'running' and amount is not null and per is not null and role is null and posts is null and years is null and rate is null)
    or (kind = 'capital' and amount is not null and years is not null and rate is not null and role is null and posts is null and per is null)),
  constraint home_part_priced check ((amount is null) = (price_year is null))
);
