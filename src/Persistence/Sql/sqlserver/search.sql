-- name: SearchTermsAdd
insert into search_terms (kind, term, row_no)
select @Kind, cast(q.value as int), @RowNo
  from openjson(@Terms) q;

-- name: SearchTermsRemove
delete from search_terms
 where kind = @Kind
   and row_no = @RowNo
   and term in (select cast(q.value as int) from openjson(@Terms) q);

-- name: SearchTermsCount
-- How common each pair is, counted no further than @Max: the rarest one leads the search.
select q.term as Term, (select count(*) from (select top (@Max) x.row_no from search_terms x where x.kind = @Kind and x.term = q.term) c) as Hits
  from openjson(@Terms) with (term int '$') q;
