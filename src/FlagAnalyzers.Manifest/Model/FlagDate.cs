using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlagAnalyzers.Manifests.Model;

/// <summary>A calendar day (proleptic Gregorian), written <c>YYYY-MM-DD</c>.</summary>
internal readonly struct FlagDate : IEquatable<FlagDate>, IComparable<FlagDate>
{
    private readonly int dayNumber;

    private FlagDate(DateTime day) => this.dayNumber = (int)(day.Ticks / TimeSpan.TicksPerDay);

    public static bool operator ==(FlagDate left, FlagDate right) => left.Equals(right);

    public static bool operator !=(FlagDate left, FlagDate right) => !left.Equals(right);

    /// <summary>Accepts exactly <c>YYYY-MM-DD</c> in ASCII digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FlagDate date)
    {
        bool valid = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day);
        date = new FlagDate(day);
        return valid;
    }

    /// <summary>Positive when this day is the later one.</summary>
    public int DaysSince(FlagDate other) => this.dayNumber - other.dayNumber;

    /// <summary>The day so many days later; the last day of the calendar where there are no more.</summary>
    public FlagDate AddDays(int days) => new(new DateTime(Math.Min((this.dayNumber + (long)days) * TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks)));

    public int CompareTo(FlagDate other) => this.dayNumber.CompareTo(other.dayNumber);

    public bool Equals(FlagDate other) => this.dayNumber == other.dayNumber;

    public override bool Equals(object? obj) => obj is FlagDate other && this.Equals(other);

    public override int GetHashCode() => this.dayNumber;

    public override string ToString() => new DateTime(this.dayNumber * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
