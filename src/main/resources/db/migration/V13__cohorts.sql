-- Cohorts of looked-after children, under pseudonyms. No number of a child, day of birth, postcode or key is ever in here.
create table cohort (
  id varchar(40) primary key,
  name varchar(200) not null,
  state varchar(20) not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  catalogue varchar(64) not null,
  report text not null
);
-- What was asked and answered, so that it can be answered again after the histories are gone.
create table cohort_costs (
  cohort_id varchar(40) not null references cohort (id) on delete cascade,
  question varchar(500) not null,
  content text not null,
  primary key (cohort_id, question)
);
create table cohort_child (
  cohort_id varchar(40) not null references cohort (id) on delete cascade,
  pseudonym varchar(13) not null,
  content text not null,
  primary key (cohort_id, pseudonym)
);
-- The list of findings as CSV, some thousand lines in each part.
create table cohort_findings (
  cohort_id varchar(40) not null references cohort (id) on delete cascade,
  part int not null,
  content text not null,
  primary key (cohort_id, part)
);
