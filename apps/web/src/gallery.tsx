// The kit with invented sample data, for eyes and screenshots. Served by the development server only.
import {
  ApartmentOutlined,
  BankOutlined,
  FileTextOutlined,
  HomeOutlined,
  TableOutlined,
} from "@ant-design/icons";
import { ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { createRoot } from "react-dom/client";
import { AppFrame, type NavGroup } from "./components/AppFrame.tsx";
import { GalleryForm } from "./gallery/GalleryForm.tsx";
import { GalleryMarks } from "./gallery/GalleryMarks.tsx";
import { GalleryNetwork } from "./gallery/GalleryNetwork.tsx";
import { GalleryPaper } from "./gallery/GalleryPaper.tsx";
import { GalleryScore } from "./gallery/GalleryScore.tsx";
import { GalleryTodo } from "./gallery/GalleryTodo.tsx";
import { theme } from "./theme/theme.ts";
import { loadFallbackFont } from "./theme/fonts.ts";
import "./theme/app.css";

const PAGES = {
  todo: GalleryTodo,
  form: GalleryForm,
  score: GalleryScore,
  marks: GalleryMarks,
  paper: GalleryPaper,
  network: GalleryNetwork,
};
type PageKey = keyof typeof PAGES;

const NAV: NavGroup[] = [
  {
    key: "first",
    items: [{ key: "todo", label: "待办", icon: <HomeOutlined />, to: "#todo", count: 12, late: true }],
  },
  {
    key: "work",
    label: "业务",
    items: [
      { key: "form", label: "申报", icon: <FileTextOutlined />, to: "#form", count: 26 },
      { key: "score", label: "评审", icon: <TableOutlined />, to: "#score" },
      { key: "marks", label: "中心", icon: <BankOutlined />, to: "#marks", count: 31 },
      { key: "paper", label: "公文", icon: <FileTextOutlined />, to: "#paper" },
    ],
  },
  {
    key: "whole",
    label: "全局",
    items: [{ key: "network", label: "层级网络", icon: <ApartmentOutlined />, to: "#network" }],
  },
];

const isPage = (key: string): key is PageKey => key in PAGES;

function Gallery() {
  const key = location.hash.slice(1);
  const current: PageKey = isPage(key) ? key : "todo";
  const Page = PAGES[current];
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AppFrame
        home="#todo"
        nav={NAV}
        current={current}
        rail={current === "form" || current === "score"}
        hats={
          <button type="button" className="hat">
            <b>示例区卫生健康委员会</b>
            <span className="hat-role">科教科 经办人</span>
          </button>
        }
        account={
          <button type="button" className="top-button">
            经办人
          </button>
        }
        foot="服务电话见“帮助”"
      >
        <Page />
      </AppFrame>
    </ConfigProvider>
  );
}

window.addEventListener("hashchange", () => location.reload());
loadFallbackFont();
createRoot(document.getElementById("root") as HTMLElement).render(<Gallery />);
