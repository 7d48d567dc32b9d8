-- name: SearchTermsAdd
insert into search_terms (kind, term, row_no)
select @Kind, q.value, @RowNo
  from json_each(@Terms) q;

-- name: SearchTermsRemove
delete from search_terms
 where kind = @Kind
   and row_no = @RowNo
   and term in (select q.value from json_each(@Terms) q);

-- name: SearchTermsCount
-- How common each pair is, counted no further than @Max: the rarest one leads the search.
select q.value as Term, (select count(*) from (select 1 from search_terms x where x.kind = @Kind and x.term = q.value limit @Max)) as Hits
  from json_each(@Terms) q;
