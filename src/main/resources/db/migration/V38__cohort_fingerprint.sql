-- Tells whether files and key that are sent again make the same cohort; made with the user's key, so that without it nothing can be tried against it.
alter table cohort add column fingerprint varchar(64);
