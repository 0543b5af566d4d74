// The design tokens of the product as Ant Design wants them. Every value was measured for contrast; change none alone.
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  cssVar: { key: "yc" }, hashed: false,
  token: {
    colorPrimary: "#13567A", colorPrimaryHover: "#1B6B95", colorPrimaryActive: "#0C3E5A",
    colorPrimaryBg: "#E9F1F5", colorPrimaryBgHover: "#DCE9F0", colorPrimaryBorder: "#5F95B2", colorPrimaryBorderHover: "#13567A",
    colorPrimaryText: "#13567A", colorPrimaryTextHover: "#1B6B95", colorPrimaryTextActive: "#0C3E5A",
    colorInfo: "#13567A", colorInfoBg: "#E9F1F5", colorInfoBorder: "#B4CEDC",
    colorLink: "#13567A", colorLinkHover: "#1B6B95", colorLinkActive: "#0C3E5A",
    colorSuccess: "#1D6745", colorSuccessText: "#1D6745", colorSuccessBg: "#E9F3ED", colorSuccessBorder: "#A9CDB9",
    colorWarning: "#80500A", colorWarningText: "#80500A", colorWarningBg: "#FAF0DC", colorWarningBorder: "#E0C48E",
    colorError: "#AE2A1F", colorErrorText: "#AE2A1F", colorErrorHover: "#C23A2E", colorErrorActive: "#8E1F16",
    colorErrorBg: "#FBECE9", colorErrorBorder: "#E5B4AE",
    colorText: "#1A222A", colorTextHeading: "#1A222A", colorTextSecondary: "#434C56", colorTextLabel: "#434C56",
    colorTextTertiary: "#5A636D", colorTextDescription: "#5A636D", colorTextQuaternary: "#666E77",
    colorTextPlaceholder: "#676F78", colorTextDisabled: "#666E77", colorIcon: "#5A636D", colorIconHover: "#1A222A",
    colorBorder: "#858B93", colorBorderSecondary: "#E4E1D9", colorBorderDisabled: "#CDC9BE", colorSplit: "#E4E1D9",
    colorBgLayout: "#F5F4EF", colorBgContainer: "#FFFFFF", colorBgElevated: "#FFFFFF", colorBgContainerDisabled: "#F1F0EB",
    colorBgSpotlight: "#26313B", colorFillAlter: "#FAF9F6", colorFillSecondary: "#EFEDE7", colorFillTertiary: "#F4F3EE",
    colorFillQuaternary: "#FAF9F6", controlItemBgActive: "#E9F1F5", controlItemBgActiveHover: "#DCE9F0", controlItemBgHover: "#F4F3EE",
    controlOutline: "transparent", controlOutlineWidth: 0, // the focus ring is drawn in app.css
    fontFamily: "var(--sans)", fontSize: 14, fontSizeSM: 12, fontSizeLG: 15,
    fontSizeHeading1: 24, fontSizeHeading2: 20, fontSizeHeading3: 16, fontSizeHeading4: 14, fontSizeHeading5: 14,
    borderRadius: 4, borderRadiusLG: 6, borderRadiusSM: 3, borderRadiusXS: 2,
    controlHeight: 32, controlHeightSM: 26, controlHeightLG: 40,
    boxShadow: "0 1px 2px rgba(26,34,42,.06)", boxShadowSecondary: "0 6px 20px rgba(26,34,42,.14),0 1px 3px rgba(26,34,42,.10)",
    motionDurationFast: "0.08s", motionDurationMid: "0.12s", motionDurationSlow: "0.16s",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500, defaultBorderColor: "#858B93" },
    Table: { headerBg: "#FAF9F6", headerColor: "#434C56", headerSplitColor: "transparent", headerBorderRadius: 0, rowHoverBg: "#F7F6F2",
      rowSelectedBg: "#E9F1F5", rowSelectedHoverBg: "#DCE9F0", borderColor: "#E4E1D9", cellPaddingBlockSM: 7, cellPaddingInlineSM: 10, cellFontSizeSM: 13 },
    Tabs: { horizontalItemPadding: "9px 0", horizontalItemGutter: 24, horizontalMargin: "0" },
    Select: { optionSelectedBg: "#E9F1F5", optionSelectedFontWeight: 600, activeOutlineColor: "#13567A" },
    Breadcrumb: { itemColor: "#5A636D", lastItemColor: "#434C56", linkColor: "#5A636D", separatorColor: "#5A636D" },
    Segmented: { trackBg: "#ECEAE3", itemSelectedBg: "#fff", itemColor: "#434C56" },
    Modal: { titleFontSize: 16 }, Pagination: { itemActiveBg: "#E9F1F5" },
  },
};
