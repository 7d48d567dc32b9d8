using System.Globalization;

namespace Hotline.Tickets.Import;

/// <summary>What a table was understood as.</summary>
/// <param name="Columns">The field of each column; null where its header is not known.</param>
/// <param name="MissingColumns">Fields without which no row can be understood.</param>
/// <param name="Tickets">The rows that were understood whole.</param>
/// <param name="Problems">What was not, in the order of the file.</param>
public sealed record ImportReading(
    IReadOnlyList<ImportField?> Columns, IReadOnlyList<ImportField> MissingColumns, IReadOnlyList<ImportedTicket> Tickets,
    IReadOnlyList<ImportProblem> Problems);

/// <summary>
/// Understands a table of old tickets. A row is taken whole or not at all, and nothing is guessed: what is wrong with each cell is said, and what
/// was left out can be mended and imported later.
/// </summary>
public sealed class ImportReader
{
    private const int ValueShown = 100;
    private static readonly ImportField[] Needed = [ImportField.SourceNumber, ImportField.AcceptedAt, ImportField.DemandType, ImportField.Text];

    private readonly ImportSheet _sheet;
    private readonly ImportWords _words;
    private readonly TimeSpan _offset;
    private readonly DateTimeOffset _now;
    private readonly ImportField?[] _columns;
    private readonly List<ImportProblem> _problems;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private ImportReader(ImportSheet sheet, ImportWords words, TimeSpan offset, DateTimeOffset now)
    {
        (_sheet, _words, _offset, _now) = (sheet, words, offset, now);
        _problems = [.. sheet.Unreadable.Select(line => new ImportProblem(line, "", "", ImportMistake.Unreadable))];

        // Of two columns for one field the first is meant; the other is one that is not known.
        HashSet<ImportField> taken = [];
        _columns = [.. sheet.Headers.Select(header => words.ColumnOf(header) is { } field && taken.Add(field) ? field : (ImportField?)null)];
    }

    /// <summary>Reads it.</summary>
    /// <param name="sheet">The table.</param>
    /// <param name="words">By which it is understood.</param>
    /// <param name="offset">The city's, from UTC: times in the table are its.</param>
    /// <param name="now">Now.</param>
    public static ImportReading Read(ImportSheet sheet, ImportWords words, TimeSpan offset, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(words);
        ImportReader reader = new(sheet, words, offset, now);
        ImportField[] missing = [.. Needed.Where(field => !reader._columns.Contains(field))];
        List<ImportedTicket> tickets = missing.Length > 0 ? [] : [.. sheet.Lines.Select(reader.TicketOf).OfType<ImportedTicket>()];
        return new ImportReading(reader._columns, missing, tickets, [.. reader._problems.OrderBy(problem => problem.Line)]);
    }

    private ImportedTicket? TicketOf(ImportLine line)
    {
        if (line.Cells.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var before = _problems.Count;
        Row row = new(this, line);
        var number = row.Text(ImportField.SourceNumber, TicketLimits.CodeMax, needed: true);
        if (number.Length > 0 && !_seen.Add(number))
        {
            row.Problem(ImportField.SourceNumber, ImportMistake.Twice);
        }

        var accepted = row.Moment(ImportField.AcceptedAt, null, needed: true);
        var dispatched = row.Moment(ImportField.DispatchedAt, accepted);
        var signed = row.Moment(ImportField.SignedAt, dispatched ?? accepted);
        var closed = row.Moment(ImportField.ClosedAt, signed ?? dispatched ?? accepted);
        var state = StateOf(row, dispatched, signed, closed);
        var form = FormOf(row, state);
        return _problems.Count > before ? null : new ImportedTicket
        {
            Line = line.Line,
            SourceNumber = number,
            Form = form,
            AcceptedAt = accepted!.Value,
            State = state,
            DispatchedAt = dispatched,
            SignedAt = signed,
            ClosedAt = closed,
        };
    }

    // What the times say; where a word says something else, it is not known which of the two is right.
    private static TicketState StateOf(Row row, DateTimeOffset? dispatched, DateTimeOffset? signed, DateTimeOffset? closed)
    {
        var said = row.Code(ImportField.State);
        var state = closed is not null ? TicketState.Archived
            : signed is not null ? TicketState.Handling
            : dispatched is not null ? TicketState.Dispatched
            : TicketState.Accepted;
        if (said is not null && Code.Parse<TicketState>(said) is var told && told != state)
        {
            var lacking = told switch
            {
                TicketState.Archived => ImportField.ClosedAt,
                TicketState.Handling when signed is null => ImportField.SignedAt,
                TicketState.Dispatched when dispatched is null => ImportField.DispatchedAt,
                _ => ImportField.State,
            };
            row.Problem(lacking, lacking == ImportField.State ? ImportMistake.WrongOrder : ImportMistake.Missing);
        }

        if (signed is not null && dispatched is null)
        {
            row.Problem(ImportField.DispatchedAt, ImportMistake.Missing);
        }

        return state;
    }

    private static TicketForm FormOf(Row row, TicketState state)
    {
        var demand = row.Code(ImportField.DemandType, needed: true);
        var urgency = row.Code(ImportField.Urgency);
        return new TicketForm
        {
            DemandType = demand is null ? null : new DemandType(demand),

            // Who dispatches needs it; what a unit has is with the unit already.
            Category = row.Code(ImportField.Category, needed: state == TicketState.Accepted),
            Title = row.Text(ImportField.Title, TicketLimits.TitleMax),
            Text = row.Text(ImportField.Text, TicketLimits.TextMax, needed: true),
            Place = row.Text(ImportField.Place, TicketLimits.PlaceMax),
            RequesterName = row.Text(ImportField.RequesterName, TicketLimits.RequesterNameMax),
            ContactNumber = row.Text(ImportField.ContactNumber, TicketLimits.ContactNumberMax),
            Unit = row.Code(ImportField.Unit, needed: state is TicketState.Dispatched or TicketState.Handling),
            Urgency = urgency is null ? Urgency.Normal : Code.Parse<Urgency>(urgency),
            Confidential = row.Code(ImportField.Confidential) == "yes",
        }.Cleaned();
    }

    /// <summary>
    /// The figures of a moment, whatever stands between them: 2026-03-01 09:30, 2026/3/1 9:30:00, and with the characters for year, month and day.
    /// Null for what is none, has no time of day, or is of another zone.
    /// </summary>
    private static List<int>? FiguresOf(string text)
    {
        List<int> figures = [];
        for (var at = 0; at < text.Length;)
        {
            var digits = text[at..].TakeWhile(char.IsAsciiDigit).Count();
            var between = text[(at + digits)..].TakeWhile(c => !char.IsAsciiDigit(c)).ToArray();
            if (digits is 0 || digits > (figures.Count == 0 ? 4 : 2) || between.Length > 2 || between.Any(c => c is 'Z' or 'z' or '+'))
            {
                return null;
            }

            figures.Add(int.Parse(text.AsSpan(at, digits), CultureInfo.InvariantCulture));
            at += digits + between.Length;
            if (figures.Count == 6 && between is ['.'])
            {
                break; // parts of a second
            }
        }

        return figures.Count is 5 or 6 ? figures : null;
    }

    /// <summary>One row with its place, so that every mistake can be pointed at.</summary>
    private sealed class Row(ImportReader reader, ImportLine line)
    {
        public string Text(ImportField field, int max, bool needed = false)
        {
            var text = StorableText.Of(Cell(field)).Trim();
            if (needed && text.Length == 0)
            {
                Problem(field, ImportMistake.Missing);
            }
            else if (text.Length > max)
            {
                Problem(field, ImportMistake.TooLong);
            }

            return text;
        }

        public string? Code(ImportField field, bool needed = false)
        {
            var word = Text(field, TicketLimits.TextMax, needed);
            var code = word.Length == 0 ? null : reader._words.CodeOf(field, word);
            if (word.Length > 0 && code is null)
            {
                Problem(field, ImportMistake.NotInList);
            }

            return code;
        }

        public DateTimeOffset? Moment(ImportField field, DateTimeOffset? notBefore, bool needed = false)
        {
            var text = Text(field, TicketLimits.TextMax, needed);
            if (text.Length == 0)
            {
                return null;
            }

            if (MomentOf(text) is not { } moment)
            {
                Problem(field, ImportMistake.NoMoment);
                return null;
            }

            if (moment > reader._now)
            {
                Problem(field, ImportMistake.InFuture);
            }
            else if (moment < notBefore)
            {
                Problem(field, ImportMistake.WrongOrder);
            }

            return moment;
        }

        public void Problem(ImportField field, ImportMistake why)
        {
            var column = Array.IndexOf(reader._columns, field);
            var value = Cell(field);
            reader._problems.Add(new ImportProblem(
                line.Line, column < 0 ? Tickets.Code.Of(field) : reader._sheet.Headers[column],
                value.Length > ValueShown ? StorableText.Of(value[..ValueShown]) : value, why));
        }

        private string Cell(ImportField field)
        {
            var column = Array.IndexOf(reader._columns, field);
            return column < 0 || column >= line.Cells.Count ? "" : line.Cells[column];
        }

        private DateTimeOffset? MomentOf(string text) =>
            FiguresOf(text) is [
                >= 1990 and <= 9000 and var year, >= 1 and <= 12 and var month, >= 1 and var day, < 24 and var hour, < 60 and var minute,
                .. var rest]
            && day <= DateTime.DaysInMonth(year, month) && (rest is [] or [< 60])
                ? new DateTimeOffset(year, month, day, hour, minute, rest is [var second] ? second : 0, reader._offset).ToUniversalTime()
                : null;
    }
}
