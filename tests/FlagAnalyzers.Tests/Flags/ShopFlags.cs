using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Flags;

/// <summary>What the generator makes of <c>shop.flags.json</c>, the flags <c>added-…</c> apart: the program was compiled before they came.</summary>
public sealed class ShopFlags : FlagSet
{
    private readonly Values? fixedValues;

    public ShopFlags(FlagStore store, ShopContext context)
        : base(store, context)
    {
    }

    private ShopFlags(Values values) => this.fixedValues = values;

    public enum BuyButtonVariant
    {
        Control,
        Green,
        Sticky,
    }

    public bool NewCheckout => this.fixedValues is null ? this.ReadBoolean("new-checkout", false) : this.fixedValues.NewCheckout;

    public BuyButtonVariant BuyButton => this.fixedValues is null ? this.ReadChoice<BuyButtonVariant>("buy-button", TryReadBuyButton, BuyButtonVariant.Control) : this.fixedValues.BuyButton;

    public string Greeting => this.fixedValues is null ? this.ReadString("greeting", "Hello")! : this.fixedValues.Greeting;

    public int MaxUploadMb => this.fixedValues is null ? this.ReadInteger("max-upload-mb", 25) : this.fixedValues.MaxUploadMb;

    public double SampleRate => this.fixedValues is null ? this.ReadFloat("sample-rate", 0.5) : this.fixedValues.SampleRate;

    public SearchSettingsValue? SearchSettings => this.fixedValues is null
        ? this.ReadObject<SearchSettingsValue>("search-settings", SearchSettingsValue.TryRead, SearchSettingsValue.CreateDefault)
        : this.fixedValues.SearchSettings;

    public bool Ramp => this.ReadBoolean("ramp", false);

    public bool LegacyExport => this.ReadBoolean("legacy-export", true);

    public int Short => this.ReadInteger("short", 7);

    /// <summary>Was in the manifest when the program was compiled, and is no more.</summary>
    public SearchSettingsValue? Gone => this.ReadObject<SearchSettingsValue>("gone", SearchSettingsValue.TryRead, SearchSettingsValue.CreateDefault);

    protected override IReadOnlyList<string> DeclaredKeys { get; } =
        ["new-checkout", "buy-button", "greeting", "max-upload-mb", "sample-rate", "search-settings", "ramp", "legacy-export", "short", "gone"];

    public static ShopFlags Fixed(Values values) => new(values);

    protected override FlagEvaluation<T> EvaluateDeclared<T>(string key)
    {
        switch (key)
        {
            case "new-checkout":
                return Convert<bool, T>(this.fixedValues is null ? this.EvaluateBoolean("new-checkout", false) : this.EvaluateFixed("new-checkout", this.fixedValues.NewCheckout));
            case "buy-button":
                return Convert<BuyButtonVariant, T>(this.fixedValues is null
                    ? this.EvaluateChoice<BuyButtonVariant>("buy-button", TryReadBuyButton, BuyButtonVariant.Control)
                    : this.EvaluateFixed("buy-button", this.fixedValues.BuyButton));
            case "greeting":
                return Convert<string?, T>(this.fixedValues is null ? this.EvaluateString("greeting", "Hello") : this.EvaluateFixed<string?>("greeting", this.fixedValues.Greeting));
            case "max-upload-mb":
                return Convert<int, T>(this.fixedValues is null ? this.EvaluateInteger("max-upload-mb", 25) : this.EvaluateFixed("max-upload-mb", this.fixedValues.MaxUploadMb));
            case "sample-rate":
                return Convert<double, T>(this.fixedValues is null ? this.EvaluateFloat("sample-rate", 0.5) : this.EvaluateFixed("sample-rate", this.fixedValues.SampleRate));
            case "search-settings":
                return Convert<SearchSettingsValue?, T>(this.fixedValues is null
                    ? this.EvaluateObject<SearchSettingsValue>("search-settings", SearchSettingsValue.TryRead, SearchSettingsValue.CreateDefault)
                    : this.EvaluateFixed<SearchSettingsValue?>("search-settings", this.fixedValues.SearchSettings));
            case "ramp":
                return Convert<bool, T>(this.EvaluateBoolean("ramp", false));
            case "legacy-export":
                return Convert<bool, T>(this.EvaluateBoolean("legacy-export", true));
            case "short":
                return Convert<int, T>(this.EvaluateInteger("short", 7));
            case "gone":
                return Convert<SearchSettingsValue?, T>(this.EvaluateObject<SearchSettingsValue>("gone", SearchSettingsValue.TryRead, SearchSettingsValue.CreateDefault));
            default:
                return this.EvaluateUndeclared<T>(key);
        }
    }

    private static bool TryReadBuyButton(FlagValue value, out BuyButtonVariant result)
    {
        result = default;
        if (!value.TryGetString(out string text))
        {
            return false;
        }

        switch (text)
        {
            case "control":
                result = BuyButtonVariant.Control;
                return true;
            case "green":
                result = BuyButtonVariant.Green;
                return true;
            case "sticky":
                result = BuyButtonVariant.Sticky;
                return true;
            default:
                return false;
        }
    }

    public sealed class Values
    {
        public bool NewCheckout { get; set; }

        public BuyButtonVariant BuyButton { get; set; } = BuyButtonVariant.Control;

        public string Greeting { get; set; } = "Hello";

        public int MaxUploadMb { get; set; } = 25;

        public double SampleRate { get; set; } = 0.5;

        public SearchSettingsValue? SearchSettings { get; set; } = new() { Engine = "classic", PageSize = 20 };
    }

    public sealed class SearchSettingsValue
    {
        private bool isFrozen;

        public string Engine
        {
            get;
            set => field = this.isFrozen ? throw Frozen() : value;
        } = "";

        public int PageSize
        {
            get;
            set => field = this.isFrozen ? throw Frozen() : value;
        }

        internal static SearchSettingsValue CreateDefault() => new() { Engine = "classic", PageSize = 20, isFrozen = true };

        internal static bool TryRead(FlagValue value, out SearchSettingsValue result)
        {
            result = new SearchSettingsValue();
            if (!value.TryGetProperty("engine", out FlagValue engine) || !engine.TryGetString(out string engineText)
                || !value.TryGetProperty("pageSize", out FlagValue pageSize) || !pageSize.TryGetInt32(out int pageSizeNumber))
            {
                return false;
            }

            result.Engine = engineText;
            result.PageSize = pageSizeNumber;
            result.isFrozen = true;
            return true;
        }

        private static InvalidOperationException Frozen() => new("The value is shared by all who read the flag. Change a copy of it.");
    }
}
