-- Surveys that users loaded. A file is known again by its hash; its answers go when it goes.
create table survey (
  id varchar(120) primary key,
  sha256 varchar(64) not null unique,
  file_name varchar(200) not null,
  loaded_at timestamp with time zone not null,
  title varchar(400) not null,
  authority varchar(400) not null,
  method varchar(40) not null,
  from_date date,
  to_date date,
  instrument varchar(2000) not null,
  contact_role varchar(400) not null,
  price_neutral boolean not null,
  includes_non_case_related_time boolean not null,
  illustrative boolean not null,
  note varchar(4000) not null,
  answers int not null,
  respondents int not null
);
create table survey_asked (
  survey_id varchar(120) not null references survey (id) on delete cascade,
  process varchar(120) not null,
  task varchar(120) not null,
  staff_role varchar(120) not null,
  primary key (survey_id, process, task, staff_role)
);
create table survey_answer (
  survey_id varchar(120) not null references survey (id) on delete cascade,
  line bigint not null,
  respondent varchar(80) not null,
  participants int not null,
  occurrence int not null,
  occurrences int not null,
  event varchar(80) not null,
  process varchar(120) not null,
  task varchar(120) not null,
  staff_role varchar(120) not null,
  variation varchar(120),
  category varchar(20) not null,
  minutes numeric(30, 12) not null,
  share numeric(30, 12) not null,
  times numeric(30, 12) not null,
  event_date date,
  primary key (survey_id, line)
);
