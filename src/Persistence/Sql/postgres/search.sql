-- name: SearchTermsAdd
insert into search_terms (kind, term, row_no)
select @Kind, cast(q.value as int), @RowNo
  from json_array_elements_text(cast(@Terms as json)) q;

-- name: SearchTermsRemove
-- "any" of a list that was made before: its length is not guessed, and each pair is looked up.
delete from search_terms
 where kind = @Kind
   and row_no = @RowNo
   and term = any (array(select cast(q.value as int) from json_array_elements_text(cast(@Terms as json)) q));

-- name: SearchTermsCount
-- How common each pair is, counted no further than @Max: the rarest one leads the search.
select cast(q.value as int) as Term,
       (select count(*) from (select 1 from search_terms x where x.kind = @Kind and x.term = cast(q.value as int) limit @Max) c) as Hits
  from json_array_elements_text(cast(@Terms as json)) q;
