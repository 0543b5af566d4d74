// The network as a graph: tiers from top to bottom, one block for each field. What it shows stands in the list as well.
import {
  getViewportForBounds,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
  type Node,
  type NodeProps,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { Button } from "antd";
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { zh } from "../../words/zh.ts";
import { Glyph } from "../Glyph.tsx";
import { GraphBlock } from "./GraphBlock.tsx";
import { drawnIn, FAR, readyPart, scaleOf } from "./drawn.ts";
import {
  ALL_OPEN,
  type Block,
  type Item,
  isOpen,
  layOut,
  type Layout,
  type Opened,
  type Rect,
} from "./graph-layout.ts";
import type { Network, NetNode } from "./network-model.ts";
import { nextOf } from "./next-item.ts";
import { nodeLook, nodeName, nodeSays } from "./node-look.ts";
import "./network.css";

export interface NetworkGraphProps {
  network: Network;
  /** stands before the tools */
  caption?: ReactNode;
  selected?: string;
  onSelect: (id: string | undefined) => void;
  /** leads to the list with the same data */
  onList?: () => void;
}

interface Hand {
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  onOpen: (key: string) => void;
  far: boolean;
  /** the item that the keyboard comes to first */
  stop: string | undefined;
  foldable: boolean;
}
const HandContext = createContext<Hand | undefined>(undefined);
const useHand = (): Hand => {
  const hand = use(HandContext);
  if (hand === undefined) throw new Error("a node is drawn in a graph only");
  return hand;
};

type FlowNode = Node<{ block: Block }, "block"> | Node<{ item: Item }, "item">;

export function NetworkGraph(props: NetworkGraphProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

const inFrame = (frame: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  frame?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);

function Canvas({ network, caption, selected, onSelect, onList }: NetworkGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { zoomIn, zoomOut } = useReactFlow();
  const [clicked, setOpened] = useState<Opened>(new Set<string>());
  // what is chosen in the list is open in the graph
  const chosenField = selected === undefined ? undefined : network.byId.get(selected)?.field;
  const opened = useMemo(() => withField(clicked, chosenField), [clicked, chosenField]);
  const layout = useMemo(() => layOut(network, opened), [network, opened]);
  const { part, far, scale } = useReady();
  const nodes = useMemo(() => flowNodes(layout, part, far), [layout, part, far]);
  const { show, reveal } = useCamera();
  const chosen = layout.items.find(({ id }) => id === selected);
  useEffect(() => {
    if (chosen !== undefined) reveal(chosen);
  }, [chosen, reveal]);
  const onOpen = useCallback(
    (key: string): void => {
      const keys = opened === "all" ? new Set(network.fields) : new Set(opened);
      if (!keys.delete(key)) keys.add(key);
      setOpened(keys);
      const block = layOut(network, keys).blocks.find(({ field }) => field === key);
      if (block?.open === true) show(block);
    },
    [opened, network, show],
  );
  const stop = selected ?? layout.items[0]?.id;
  const foldable = network.nodes.length > ALL_OPEN && layout.blocks.length > 1;
  const hand = useMemo(
    () => ({ selected, onSelect, onOpen, far, stop, foldable }),
    [selected, onSelect, onOpen, far, stop, foldable],
  );
  const openAll = (): void => {
    const next = opened === "all" ? new Set<string>() : "all";
    setOpened(next);
    show(next === "all" ? wholeOf(layOut(network, next)) : beginning(layOut(network, next)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = event.target instanceof Element ? event.target.closest("[data-item]") : null;
    const to = nextOf(layout, at?.getAttribute("data-item") ?? undefined, event.key);
    if (to === undefined) return;
    event.preventDefault();
    const drawn = inFrame(frame.current, to.id);
    if (drawn !== null && drawn !== undefined) drawn.focus();
    else {
      reveal(to);
      // it is drawn once the view has come to it
      requestAnimationFrame(() => requestAnimationFrame(() => inFrame(frame.current, to.id)?.focus()));
    }
  };
  return (
    <section
      className="net-graph"
      aria-label={zh.net.graph}
      ref={frame}
      style={{ "--scale": scale } as object}
      // a focus beyond the edge is brought in by the graph itself, never by scrolling its frame
      onScrollCapture={({ target }) => target instanceof Element && target.scrollTo(0, 0)}
    >
      <div className="net-caption">
        {caption}
        <span className="net-tools no-print">
          {network.nodes.length > ALL_OPEN && (
            <Button size="small" onClick={openAll}>
              {opened === "all" ? zh.net.foldAll : zh.net.openAll}
            </Button>
          )}
          <Button size="small" aria-label={zh.net.zoomIn} onClick={() => void zoomIn()}>
            ＋
          </Button>
          <Button size="small" aria-label={zh.net.zoomOut} onClick={() => void zoomOut()}>
            －
          </Button>
          <Button size="small" onClick={() => show(wholeOf(layout))}>
            {zh.net.fit}
          </Button>
          {onList !== undefined && (
            <Button size="small" onClick={onList}>
              {zh.net.toList}
            </Button>
          )}
        </span>
      </div>
      <div className="net-paper" role="presentation" onKeyDown={onKeyDown}>
        <HandContext value={hand}>
          <ReactFlow<FlowNode>
            nodes={nodes}
            nodeTypes={NODE_TYPES}
            minZoom={FARTHEST}
            maxZoom={1.5}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            elementsSelectable={false}
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            onInit={() => show(beginning(layout), FAR)}
            onPaneClick={() => onSelect(undefined)}
          />
        </HandContext>
      </div>
    </section>
  );
}

function withField(opened: Opened, field: string | undefined): Opened {
  if (field === undefined || isOpen(opened, field)) return opened;
  return new Set([...(opened === "all" ? [] : opened), field]);
}

/** The farthest look at the graph. */
const FARTHEST = 0.04;

/** Where the graph is looked at from. */
function useCamera() {
  const { setViewport, getViewport, setCenter } = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    /** the whole of a part, never larger than life; with `least`, its middle in what can still be read */
    const show = ({ x, y, w, h }: Rect, least = FARTHEST): void => {
      const { width, height } = store.getState();
      const bounds = { x, y, width: w, height: h };
      void setViewport(getViewportForBounds(bounds, width, height, least, 1, "8px"));
    };
    /** moves only where the part is not in view */
    const reveal = ({ x, y, w, h }: Rect): void => {
      const { width, height } = store.getState();
      const { x: left, y: top, zoom } = getViewport();
      const inView =
        zoom >= FAR &&
        x * zoom + left >= 0 &&
        (x + w) * zoom + left <= width &&
        y * zoom + top >= 0 &&
        (y + h) * zoom + top <= height;
      if (!inView) void setCenter(x + w / 2, y + h / 2, { zoom: Math.max(zoom, 0.8) });
    };
    return { show, reveal };
  }, [setViewport, getViewport, setCenter, store]);
}

const wholeOf = ({ w, h }: Layout): Rect => ({ x: 0, y: 0, w, h });
const marked = ({ members }: { members: NetNode[] }, look: "violation" | "waived"): number =>
  members.filter((node) => node.look === look).length;

/** Where a reader begins: with the field of the gravest marks; folded fields are shown as wide as they can be read. */
function beginning({ blocks, w, h }: Layout): Rect {
  const open = blocks.filter((block) => block.open);
  if (open.length === 0) return { x: 0, y: 0, w, h: Math.min(h, w * 0.75) };
  const [first] = open.toSorted(
    (a, b) => marked(b, "violation") - marked(a, "violation") || marked(b, "waived") - marked(a, "waived"),
  );
  return first ?? { x: 0, y: 0, w, h };
}

/** What is to be drawn at this zoom and place; the same object as long as it is the same. */
function useReady(): { part: Rect; far: boolean; scale: number } {
  const key = useStore(({ transform: [x, y, zoom], width: w, height: h }) => {
    const { x: left, y: top, w: wide, h: high } = readyPart({ x, y, zoom, w, h });
    return [left, top, wide, high, Number(zoom < FAR), scaleOf(zoom)].join(" ");
  });
  return useMemo(() => {
    const [x = 0, y = 0, w = 0, h = 0, far = 0, scale = 1] = key.split(" ").map(Number);
    return { part: { x, y, w, h }, far: far === 1, scale };
  }, [key]);
}

function flowNodes(layout: Layout, part: Rect, far: boolean): FlowNode[] {
  const { blocks, items } = drawnIn(layout, part, far);
  return [
    ...blocks.map((block): FlowNode => ({
      id: `block ${block.field}`,
      type: "block",
      data: { block },
      zIndex: 0,
      position: { x: block.x, y: block.y },
      width: block.w,
      height: block.h,
    })),
    ...items.map((item): FlowNode => ({
      id: item.id,
      type: "item",
      data: { item },
      zIndex: 1,
      position: { x: item.x, y: item.y },
      width: item.w,
      height: item.h,
    })),
  ];
}

function BlockNode({ data: { block } }: NodeProps<Node<{ block: Block }>>) {
  const { far, onOpen, foldable, selected } = useHand();
  const own = block.items.some(({ id }) => id === selected);
  return (
    <GraphBlock
      block={block}
      far={far}
      selected={own ? selected : undefined}
      onOpen={foldable ? onOpen : undefined}
    />
  );
}

function ItemNode({ data: { item } }: NodeProps<Node<{ item: Item }>>) {
  const hand = useHand();
  return <ItemButton item={item} {...hand} />;
}

function ItemButton({ item, selected, onSelect, onOpen, stop: first }: Hand & { item: Item }) {
  const stop = { tabIndex: item.id === first ? 0 : -1, "data-item": item.id, type: "button" } as const;
  if (item.kind === "fold") {
    const strained = marked(item, "violation");
    return (
      <button {...stop} className="net-node net-fold" onClick={() => onOpen(item.id)} aria-expanded={false}>
        <b>{item.label}</b>
        <span className="net-line">
          {zh.net.count(item.members.length)}
          {strained > 0 && (
            <span className="tint-cinnabar">
              <Glyph name="triangle" size={10} /> {strained}
            </span>
          )}
        </span>
      </button>
    );
  }
  const { node } = item;
  const { glyph, tone } = nodeLook(node);
  return (
    <button
      {...stop}
      className={`net-node edge-${tone}${node.external ? " outside" : ""}${selected === node.id ? " on" : ""}`}
      aria-pressed={selected === node.id}
      title={nodeName(node)}
      onClick={() => onSelect(node.id)}
    >
      <Glyph name={glyph} />
      <b>{node.city === undefined ? node.host : `${node.city.name} ${node.host}`}</b>
      <span className="net-line">{nodeSays(node)}</span>
    </button>
  );
}

const NODE_TYPES = { block: BlockNode, item: ItemNode };
