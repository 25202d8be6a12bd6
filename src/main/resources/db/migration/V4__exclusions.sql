-- Answers that a researcher left out, with the reason. What is taken back stays on record.
create table survey_exclusion (
  id varchar(40) primary key,
  survey_id varchar(120) not null,
  respondent varchar(80) not null,
  process varchar(120),
  task varchar(120),
  staff_role varchar(120),
  reason varchar(2000) not null,
  excluded_by varchar(80) not null,
  excluded_at timestamp with time zone not null,
  taken_back_at timestamp with time zone
);
create index survey_exclusion_survey on survey_exclusion (survey_id);
