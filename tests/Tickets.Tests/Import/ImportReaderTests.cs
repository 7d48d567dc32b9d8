using Hotline.Tickets.Import;
using Hotline.Tickets.Loop;
using Hotline.Tickets.Tests.Calendar;

namespace Hotline.Tickets.Tests.Import;

/// <summary>A table of old tickets is understood row by row, whole or not at all, and what was not is said with its place.</summary>
public sealed class ImportReaderTests
{
    private static readonly DateTimeOffset Now = CityTime.At("2026-11-20 12:00");
    private static readonly string[] Headers = ["原编号", "受理时间", "诉求类型", "诉求内容", "分类", "承办单位", "派单时间", "签收时间", "办结时间", "状态", "备注"];
    private static readonly string[] Handling =
        ["A-1", "2026-11-02 09:30", "投诉", "路灯不亮", "", "城管局", "2026/11/2 10:00", "2026年11月2日 14:05", "", "办理中", "无"];

    [Fact]
    public void A_row_becomes_a_ticket_with_the_times_of_before()
    {
        var reading = Read(Handling);

        reading.Problems.ShouldBeEmpty();
        reading.Columns.ShouldContain(ImportField.SourceNumber);
        reading.Columns[^1].ShouldBeNull("nobody knows what a remark is");
        var ticket = reading.Tickets.ShouldHaveSingleItem();
        (ticket.SourceNumber, ticket.State, ticket.Line).ShouldBe(("A-1", TicketState.Handling, 2));
        (ticket.AcceptedAt, ticket.DispatchedAt, ticket.SignedAt)
            .ShouldBe((CityTime.At("2026-11-02 09:30"), CityTime.At("2026-11-02 10:00"), CityTime.At("2026-11-02 14:05")));
        (ticket.Form.DemandType, ticket.Form.Unit, ticket.Form.Text).ShouldBe((DemandType.Complaint, "kf-cg", "路灯不亮"));
        ticket.AcceptedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(0, "", "原编号", ImportMistake.Missing)]
    [InlineData(1, "2026-11-02", "受理时间", ImportMistake.NoMoment)]
    [InlineData(1, "2026-11-02 24:00", "受理时间", ImportMistake.NoMoment)]
    [InlineData(1, "20261102 0930", "受理时间", ImportMistake.NoMoment)]
    [InlineData(1, "2026-02-30 09:00", "受理时间", ImportMistake.NoMoment)]
    [InlineData(1, "2026-11-02T09:30:00Z", "受理时间", ImportMistake.NoMoment)]
    [InlineData(1, "2026-11-21 09:30", "受理时间", ImportMistake.InFuture)]
    [InlineData(2, "抱怨", "诉求类型", ImportMistake.NotInList)]
    [InlineData(3, " ", "诉求内容", ImportMistake.Missing)]
    [InlineData(5, "", "承办单位", ImportMistake.Missing)]
    [InlineData(5, "别处", "承办单位", ImportMistake.NotInList)]
    [InlineData(6, "2026-11-01 10:00", "派单时间", ImportMistake.WrongOrder)]
    [InlineData(6, "", "派单时间", ImportMistake.Missing)]
    [InlineData(9, "已办结", "办结时间", ImportMistake.Missing)]
    [InlineData(9, "待派单", "状态", ImportMistake.WrongOrder)]
    [InlineData(9, "不详", "状态", ImportMistake.NotInList)]
    public void What_is_not_understood_is_said_with_line_column_and_value(int cell, string value, string column, ImportMistake why)
    {
        string[] row = [.. Handling];
        row[cell] = value;

        var reading = Read(row);

        reading.Tickets.ShouldBeEmpty();
        reading.Problems.ShouldContain(problem => problem.Line == 2 && problem.Column == column && problem.Why == why);
    }

    [Fact]
    public void Of_two_rows_with_one_number_the_second_is_refused_and_an_accepted_one_needs_its_category()
    {
        string[] accepted = ["A-2", "2026-11-02 09:30", "complaint", "路灯不亮", "", "", "", "", "", "", ""];

        var reading = Read(Handling, Handling, accepted);

        reading.Tickets.ShouldHaveSingleItem();
        reading.Problems.Select(problem => (problem.Line, problem.Why))
            .ShouldBe([(3, ImportMistake.Twice), (4, ImportMistake.Missing)]);
    }

    [Fact]
    public void A_table_without_a_needed_column_brings_nothing()
    {
        var reading = ImportReader.Read(
            new ImportSheet(["原编号", "诉求类型"], [new ImportLine(2, ["A-1", "投诉"])], [5]), Words(), CityTime.Offset, Now);

        reading.MissingColumns.ShouldBe([ImportField.AcceptedAt, ImportField.Text]);
        reading.Tickets.ShouldBeEmpty();
        reading.Problems.ShouldHaveSingleItem().ShouldBe(new ImportProblem(5, "", "", ImportMistake.Unreadable));
    }

    [Fact]
    public void Its_case_stands_where_it_stood_with_a_step_for_each_time()
    {
        var imported = Read(Handling).Tickets[0];
        var draft = Ticket.Open(new TicketOpening { TicketId = "i-1", Tenant = "410200", At = imported.AcceptedAt }).Ticket;

        var (accepted, first) = ImportRules.Accept(draft, imported, TicketActor.System, Now, "原编号 A-1");
        var (subject, steps) = ImportRules.Place(accepted, imported, "henan", TicketActor.System, Now);

        (first.To, first.At, first.Reason).ShouldBe((TicketState.Accepted, imported.AcceptedAt, "原编号 A-1"));
        steps.Select(step => (step.Number, step.From, step.To, step.At)).ShouldBe(
        [
            (3, TicketState.Accepted, TicketState.Dispatched, imported.DispatchedAt!.Value),
            (4, TicketState.Dispatched, TicketState.Handling, imported.SignedAt!.Value),
        ]);
        (subject.State, subject.RuleSet, subject.Ticket.LastStep, subject.Ticket.Version).ShouldBe((TicketState.Handling, "henan", 4, 3));
        (subject.Lead!.Unit, subject.Lead.State, subject.Lead.DispatchedAt)
            .ShouldBe(("kf-cg", AssignmentState.SignedFor, imported.DispatchedAt.Value));
    }

    private static ImportReading Read(params string[][] rows) => ImportReader.Read(
        new ImportSheet(Headers, [.. rows.Select((row, index) => new ImportLine(index + 2, row))], []), Words(), CityTime.Offset, Now);

    private static ImportWords Words()
    {
        ImportWords words = new();
        (string Header, ImportField Field)[] columns =
        [
            ("原编号", ImportField.SourceNumber), ("受理时间", ImportField.AcceptedAt), ("诉求类型", ImportField.DemandType),
            ("诉求内容", ImportField.Text),
            ("分类", ImportField.Category), ("承办单位", ImportField.Unit), ("派单时间", ImportField.DispatchedAt), ("签收时间", ImportField.SignedAt),
            ("办结时间", ImportField.ClosedAt), ("状态", ImportField.State),
        ];
        foreach (var (header, field) in columns)
        {
            words.AddColumn(header, field);
        }

        words.AddValue(ImportField.DemandType, "投诉", "complaint");
        words.AddValue(ImportField.DemandType, "complaint", "complaint");
        words.AddValue(ImportField.Unit, "城管局", "kf-cg");
        words.AddValue(ImportField.State, "办理中", "handling");
        words.AddValue(ImportField.State, "待派单", "accepted");
        words.AddValue(ImportField.State, "已办结", "archived");
        return words;
    }
}
