-- What the means test of allowances counts with: parts of income, and pounds a week.
create table means_test (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  from_date date not null,
  income_disregard numeric(32, 16) not null check (income_disregard between 0 and 1),
  contribution numeric(32, 16) not null check (contribution between 0 and 1),
  core_multiplier numeric(32, 16) not null check (core_multiplier >= 0),
  one_adult numeric(32, 16) not null check (one_adult >= 0),
  couple numeric(32, 16) not null check (couple >= 0),
  child numeric(32, 16) not null check (child >= 0),
  family numeric(32, 16) not null check (family >= 0),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, from_date)
);
