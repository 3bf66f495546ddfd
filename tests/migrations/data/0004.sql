PRAGMA application_id=1397247824;
PRAGMA user_version=4;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE shop (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	platform TEXT NOT NULL, 
	region TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	timezone TEXT NOT NULL, 
	return_name TEXT NOT NULL, 
	return_phone TEXT NOT NULL, 
	return_address TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	archived_at INTEGER, 
	version INTEGER NOT NULL, buyer_language TEXT DEFAULT '' NOT NULL, exchange_when TEXT DEFAULT 'inspected' NOT NULL, masks_contacts INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_shop PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE person (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	archived_at INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT uq_person_name UNIQUE (name)
)
 STRICT

;
CREATE TABLE customer (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT NOT NULL, 
	created_at INTEGER NOT NULL, 
	version INTEGER NOT NULL, merged_into_id INTEGER REFERENCES customer (id), 
	CONSTRAINT pk_customer PRIMARY KEY (id)
)
 STRICT

;
CREATE INDEX ix_customer_name ON customer (name, id);
CREATE TABLE customer_handle (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	platform TEXT NOT NULL, 
	handle TEXT NOT NULL, 
	CONSTRAINT pk_customer_handle PRIMARY KEY (id), 
	CONSTRAINT uq_customer_handle_platform_handle UNIQUE (platform, handle), 
	CONSTRAINT fk_customer_handle_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT

;
CREATE INDEX ix_customer_handle_customer_id ON customer_handle (customer_id);
CREATE TABLE customer_contact (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_customer_contact PRIMARY KEY (id), 
	CONSTRAINT uq_customer_contact_customer_id_kind_folded UNIQUE (customer_id, kind, folded), 
	CONSTRAINT fk_customer_contact_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT

;
CREATE INDEX ix_customer_contact_folded ON customer_contact (folded);
CREATE TABLE customer_address (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	recipient TEXT NOT NULL, 
	address TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	country TEXT NOT NULL, 
	CONSTRAINT pk_customer_address PRIMARY KEY (id), 
	CONSTRAINT uq_customer_address_customer_id_recipient_address UNIQUE (customer_id, recipient, address), 
	CONSTRAINT fk_customer_address_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT

;
CREATE TABLE product (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	title TEXT NOT NULL, 
	category TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT uq_product_shop_id_key UNIQUE (shop_id, "key"), 
	CONSTRAINT fk_product_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id)
)
 STRICT

;
CREATE TABLE courier (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	tracking_url TEXT NOT NULL, 
	archived_at INTEGER, 
	version INTEGER NOT NULL, week TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_courier PRIMARY KEY (id), 
	CONSTRAINT uq_courier_code UNIQUE (code)
)
 STRICT

;
CREATE TABLE orders (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	platform_id TEXT NOT NULL, 
	customer_id INTEGER, 
	status TEXT NOT NULL, 
	status_text TEXT NOT NULL, 
	ordered_at INTEGER NOT NULL, 
	paid_at INTEGER, 
	delivered_at INTEGER, 
	cancelled_at INTEGER, 
	currency TEXT NOT NULL, 
	goods_minor INTEGER NOT NULL, 
	freight_minor INTEGER NOT NULL, 
	discount_minor INTEGER NOT NULL, 
	tax_minor INTEGER NOT NULL, 
	total_minor INTEGER NOT NULL, 
	paid_minor INTEGER NOT NULL, 
	refunded_minor INTEGER NOT NULL, 
	recipient TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	address TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	country TEXT NOT NULL, 
	buyer_note TEXT NOT NULL, 
	seller_note TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_orders PRIMARY KEY (id), 
	CONSTRAINT uq_orders_shop_id_number UNIQUE (shop_id, number), 
	CONSTRAINT fk_orders_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id), 
	CONSTRAINT fk_orders_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT

;
CREATE INDEX ix_orders_customer_id ON orders (customer_id);
CREATE INDEX ix_orders_ordered_at ON orders (ordered_at DESC, id DESC, customer_id);
CREATE INDEX ix_orders_status ON orders (status, ordered_at DESC, id DESC);
CREATE INDEX ix_orders_number ON orders (number);
CREATE INDEX ix_orders_total_minor ON orders (total_minor, id);
CREATE INDEX ix_orders_paid_period ON orders (shop_id, paid_at, currency, paid_minor) WHERE paid_at IS NOT NULL;
CREATE TABLE order_line (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	platform_line_id TEXT NOT NULL, 
	product_id INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	title TEXT NOT NULL, 
	variant TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	price_minor INTEGER NOT NULL, 
	paid_minor INTEGER NOT NULL, 
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT uq_order_line_order_id_position UNIQUE (order_id, position), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT

;
CREATE INDEX ix_order_line_order_id ON order_line (order_id, product_id, quantity);
CREATE INDEX ix_order_line_product_id ON order_line (product_id, order_id, quantity);
CREATE TABLE parcel (
	id INTEGER NOT NULL, 
	order_id INTEGER, 
	case_id INTEGER, 
	direction TEXT NOT NULL, 
	courier_id INTEGER, 
	courier_name TEXT NOT NULL, 
	waybill TEXT NOT NULL, 
	waybill_folded TEXT NOT NULL, 
	sent_at INTEGER, 
	delivered_at INTEGER, 
	version INTEGER NOT NULL, number TEXT DEFAULT '' NOT NULL, note TEXT DEFAULT '' NOT NULL, let_go_at INTEGER, moved_at INTEGER, status TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_parcel PRIMARY KEY (id), 
	CONSTRAINT fk_parcel_order_id FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_parcel_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_parcel_courier_id FOREIGN KEY(courier_id) REFERENCES courier (id)
)
 STRICT

;
CREATE INDEX ix_parcel_case_id ON parcel (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX ix_parcel_order_id ON parcel (order_id);
CREATE INDEX ix_parcel_waybill_folded ON parcel (waybill_folded);
CREATE TABLE reason (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	fault TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	archived_at INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_reason PRIMARY KEY (id), 
	CONSTRAINT uq_reason_code UNIQUE (code)
)
 STRICT

;
CREATE TABLE cases (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT NOT NULL, 
	shop_id INTEGER NOT NULL, 
	order_id INTEGER, 
	customer_id INTEGER, 
	owner_id INTEGER, 
	state TEXT NOT NULL, 
	reason_id INTEGER, 
	opened_at INTEGER NOT NULL, 
	due_at INTEGER, 
	due_clock TEXT NOT NULL, 
	settled_at INTEGER, 
	closed_at INTEGER, 
	currency TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	refund_goods_minor INTEGER NOT NULL, 
	refund_freight_minor INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	version INTEGER NOT NULL, cost_minor INTEGER DEFAULT '0' NOT NULL, origin_id INTEGER REFERENCES cases (id), buyer_name TEXT DEFAULT '' NOT NULL, buyer_phone TEXT DEFAULT '' NOT NULL, buyer_handle TEXT DEFAULT '' NOT NULL, order_number TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_cases PRIMARY KEY (id), 
	CONSTRAINT uq_cases_number UNIQUE (number), 
	CONSTRAINT fk_cases_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id), 
	CONSTRAINT fk_cases_order_id FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_cases_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_cases_owner_id FOREIGN KEY(owner_id) REFERENCES person (id), 
	CONSTRAINT fk_cases_reason_id FOREIGN KEY(reason_id) REFERENCES reason (id)
)
 STRICT

;
CREATE INDEX ix_cases_customer_id ON cases (customer_id, kind, id, state) WHERE customer_id IS NOT NULL;
CREATE INDEX ix_cases_kind_amount ON cases (kind, amount_minor, id, state);
CREATE INDEX ix_cases_kind_opened ON cases (kind, opened_at DESC, id DESC, state, due_at);
CREATE INDEX ix_cases_kind_state ON cases (kind, state, opened_at DESC, id DESC);
CREATE INDEX ix_cases_open ON cases (kind, opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX ix_cases_open_due ON cases (kind, due_at, id) WHERE closed_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX ix_cases_order_id ON cases (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX ix_cases_period ON cases (kind, shop_id, opened_at, state, reason_id, order_id, settled_at);
CREATE INDEX ix_cases_settled_period ON cases (kind, shop_id, settled_at, currency, refund_goods_minor, refund_freight_minor, opened_at) WHERE settled_at IS NOT NULL;
CREATE TABLE timeline_entry (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	event TEXT NOT NULL, 
	text TEXT NOT NULL, 
	"values" TEXT NOT NULL, 
	CONSTRAINT pk_timeline_entry PRIMARY KEY (id), 
	CONSTRAINT fk_timeline_entry_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_timeline_entry_case_id ON timeline_entry (case_id);
CREATE TABLE number_counter (
	id INTEGER NOT NULL, 
	series TEXT NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_number_counter PRIMARY KEY (id), 
	CONSTRAINT uq_number_counter_series UNIQUE (series)
)
 STRICT

;
CREATE TABLE return_case (
	id INTEGER NOT NULL, 
	remedy TEXT NOT NULL, 
	goods_back INTEGER NOT NULL, 
	freight_payer TEXT NOT NULL, 
	advice TEXT NOT NULL, 
	overridden INTEGER NOT NULL, 
	send_by TEXT, 
	decided_at INTEGER, 
	sent_at INTEGER, 
	arrived_at INTEGER, 
	slip_printed_at INTEGER, 
	decline_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, policy_id INTEGER REFERENCES policy (id), inspected_at INTEGER, wanted TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_return_case PRIMARY KEY (id), 
	CONSTRAINT fk_return_case_id FOREIGN KEY(id) REFERENCES cases (id)
)
 STRICT

;
CREATE TABLE return_line (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	order_line_id INTEGER, 
	product_id INTEGER, 
	sku TEXT NOT NULL, 
	title TEXT NOT NULL, 
	variant TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	value_minor INTEGER NOT NULL, reason_id INTEGER REFERENCES reason (id), refund_minor INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_return_line PRIMARY KEY (id), 
	CONSTRAINT uq_return_line_case_id_position UNIQUE (case_id, position), 
	CONSTRAINT fk_return_line_case_id FOREIGN KEY(case_id) REFERENCES return_case (id), 
	CONSTRAINT fk_return_line_order_line_id FOREIGN KEY(order_line_id) REFERENCES order_line (id), 
	CONSTRAINT fk_return_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT

;
CREATE INDEX ix_return_line_order_line_id ON return_line (order_line_id, case_id, quantity);
CREATE INDEX ix_return_line_product_id ON return_line (product_id, case_id, quantity);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	label TEXT NOT NULL, 
	"values" TEXT NOT NULL, 
	undoes INTEGER, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT uq_change_undoes UNIQUE (undoes), 
	CONSTRAINT fk_change_undoes FOREIGN KEY(undoes) REFERENCES change (id)
)
 STRICT

;
CREATE TABLE changed_row (
	id INTEGER NOT NULL, 
	change_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id INTEGER NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_changed_row PRIMARY KEY (id), 
	CONSTRAINT fk_changed_row_change_id FOREIGN KEY(change_id) REFERENCES change (id)
)
 STRICT

;
CREATE INDEX ix_changed_row_change_id ON changed_row (change_id);
CREATE TABLE case_doc (
	id INTEGER NOT NULL, 
	doc TEXT NOT NULL, 
	CONSTRAINT pk_case_doc PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE order_doc (
	id INTEGER NOT NULL, 
	doc TEXT NOT NULL, 
	CONSTRAINT pk_order_doc PRIMARY KEY (id)
)
 STRICT

;
CREATE VIRTUAL TABLE case_fts USING fts5(g, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^'");
CREATE VIRTUAL TABLE order_fts USING fts5(g, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^'");
CREATE TABLE policy (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	preset TEXT NOT NULL, 
	name TEXT NOT NULL, 
	rules TEXT NOT NULL, 
	source TEXT NOT NULL, 
	certainty TEXT NOT NULL, 
	checked_on TEXT, 
	made_at INTEGER NOT NULL, 
	made_by TEXT NOT NULL, 
	CONSTRAINT pk_policy PRIMARY KEY (id), 
	CONSTRAINT fk_policy_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id)
)
 STRICT

;
CREATE INDEX ix_policy_shop_id ON policy (shop_id, id);
CREATE TABLE holiday (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	closed INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_holiday PRIMARY KEY (id), 
	CONSTRAINT uq_holiday_shop_id_day UNIQUE (shop_id, day), 
	CONSTRAINT fk_holiday_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id)
)
 STRICT

;
CREATE TABLE clock (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	started_at INTEGER NOT NULL, 
	due_at INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	ended_at INTEGER, 
	outcome TEXT NOT NULL, 
	CONSTRAINT pk_clock PRIMARY KEY (id), 
	CONSTRAINT fk_clock_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_clock_case_id ON clock (case_id);
CREATE INDEX ix_clock_ended ON clock (ended_at, code, outcome, case_id) WHERE ended_at IS NOT NULL;
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	case_id INTEGER, 
	parcel_id INTEGER, 
	line_id INTEGER, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT NOT NULL, 
	added_at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	trouble TEXT NOT NULL, 
	trouble_at INTEGER, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_attachment_parcel_id FOREIGN KEY(parcel_id) REFERENCES parcel (id), 
	CONSTRAINT fk_attachment_line_id FOREIGN KEY(line_id) REFERENCES return_line (id)
)
 STRICT

;
CREATE INDEX ix_attachment_case_id ON attachment (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX ix_attachment_parcel_id ON attachment (parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE TABLE reshipment_line (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	product_id INTEGER, 
	sku TEXT NOT NULL, 
	title TEXT NOT NULL, 
	variant TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	price_minor INTEGER NOT NULL, 
	CONSTRAINT pk_reshipment_line PRIMARY KEY (id), 
	CONSTRAINT uq_reshipment_line_case_id_position UNIQUE (case_id, position), 
	CONSTRAINT fk_reshipment_line_case_id FOREIGN KEY(case_id) REFERENCES reshipment (id), 
	CONSTRAINT fk_reshipment_line_product_id FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT

;
CREATE INDEX ix_parcel_number ON parcel (number) WHERE number <> '';
CREATE INDEX ix_parcel_ownerless ON parcel (id) WHERE order_id IS NULL AND case_id IS NULL AND let_go_at IS NULL;
CREATE TABLE received_item (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	parcel_id INTEGER, 
	line_id INTEGER, 
	title TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	condition TEXT NOT NULL, 
	disposition TEXT NOT NULL, 
	note TEXT NOT NULL, 
	at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_received_item PRIMARY KEY (id), 
	CONSTRAINT fk_received_item_case_id FOREIGN KEY(case_id) REFERENCES return_case (id), 
	CONSTRAINT fk_received_item_parcel_id FOREIGN KEY(parcel_id) REFERENCES parcel (id), 
	CONSTRAINT fk_received_item_line_id FOREIGN KEY(line_id) REFERENCES return_line (id)
)
 STRICT

;
CREATE INDEX ix_received_item_case_id ON received_item (case_id);
CREATE TABLE refund (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	currency TEXT NOT NULL, 
	goods_minor INTEGER NOT NULL, 
	freight_minor INTEGER NOT NULL, 
	deduction_minor INTEGER NOT NULL, 
	deduction_reason TEXT NOT NULL, 
	collected_minor INTEGER NOT NULL, 
	method TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	over_reason TEXT NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_refund PRIMARY KEY (id), 
	CONSTRAINT fk_refund_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_refund_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id)
)
 STRICT

;
CREATE INDEX ix_refund_case_id ON refund (case_id);
CREATE INDEX ix_refund_period ON refund (shop_id, at, currency, goods_minor, freight_minor);
CREATE TABLE cost_entry (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	received_item_id INTEGER, 
	at INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	person TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_cost_entry PRIMARY KEY (id), 
	CONSTRAINT fk_cost_entry_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_cost_entry_received_item_id FOREIGN KEY(received_item_id) REFERENCES received_item (id)
)
 STRICT

;
CREATE INDEX ix_cost_entry_case_id ON cost_entry (case_id, kind, amount_minor);
CREATE TABLE liability_share (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	party TEXT NOT NULL, 
	percent INTEGER NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	confirmed_at INTEGER, 
	confirmed_by TEXT NOT NULL, 
	CONSTRAINT pk_liability_share PRIMARY KEY (id), 
	CONSTRAINT uq_liability_share_case_id_party UNIQUE (case_id, party), 
	CONSTRAINT fk_liability_share_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_cases_origin_id ON cases (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX ix_cases_owner_open ON cases (owner_id, kind, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX ix_customer_merged_into_id ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE "reshipment" (
	id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	address TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	country TEXT NOT NULL, 
	packed_at INTEGER, 
	sent_at INTEGER, 
	delivered_at INTEGER, 
	version INTEGER NOT NULL, 
	confirmed_at INTEGER, 
	slip_printed_at INTEGER, 
	zone TEXT DEFAULT '' NOT NULL, 
	wait_note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_reshipment PRIMARY KEY (id), 
	CONSTRAINT fk_reshipment_id FOREIGN KEY(id) REFERENCES cases (id)
)
 STRICT

;
CREATE TABLE "ready_text" (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	language TEXT NOT NULL, 
	text TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_ready_text PRIMARY KEY (id), 
	CONSTRAINT fk_ready_text_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id), 
	CONSTRAINT uq_ready_text_shop_id_code_reason_language UNIQUE (shop_id, code, reason, language)
)
 STRICT

;
CREATE TABLE complaint (
	id INTEGER NOT NULL, 
	category TEXT NOT NULL, 
	situation TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	severity TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	cause TEXT NOT NULL, 
	cause_note TEXT NOT NULL, 
	round INTEGER NOT NULL, 
	few_reason TEXT NOT NULL, 
	replied_at INTEGER, 
	offered_at INTEGER, 
	chosen_at INTEGER, 
	done_at INTEGER, 
	escalated_at INTEGER, 
	platform_number TEXT NOT NULL, 
	platform_due_at INTEGER, 
	platform_asks TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	verdict_note TEXT NOT NULL, 
	verdict_at INTEGER, 
	merged_into_id INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_complaint PRIMARY KEY (id), 
	CONSTRAINT fk_complaint_id FOREIGN KEY(id) REFERENCES cases (id), 
	CONSTRAINT fk_complaint_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_complaint_situation ON complaint (situation, id);
CREATE INDEX ix_complaint_merged_into_id ON complaint (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE TABLE complaint_option (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	solution TEXT NOT NULL, 
	option TEXT NOT NULL, 
	title TEXT NOT NULL, 
	does TEXT NOT NULL, 
	amount_minor INTEGER NOT NULL, 
	freight_minor INTEGER NOT NULL, 
	party TEXT NOT NULL, 
	follow_kind TEXT NOT NULL, 
	follow_days INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	offered_at INTEGER, 
	chosen_at INTEGER, 
	done_at INTEGER, 
	opened_id INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_complaint_option PRIMARY KEY (id), 
	CONSTRAINT uq_complaint_option_case_id_round_position UNIQUE (case_id, round, position), 
	CONSTRAINT fk_complaint_option_case_id FOREIGN KEY(case_id) REFERENCES complaint (id), 
	CONSTRAINT fk_complaint_option_opened_id FOREIGN KEY(opened_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_complaint_option_chosen ON complaint_option (solution, option, case_id) WHERE chosen_at IS NOT NULL;
CREATE TABLE solution (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	content TEXT NOT NULL, 
	retired INTEGER NOT NULL, 
	made_at INTEGER NOT NULL, 
	made_by TEXT NOT NULL, 
	CONSTRAINT pk_solution PRIMARY KEY (id)
)
 STRICT

;
CREATE INDEX ix_solution_code ON solution (code, id);
CREATE TABLE follow_rule (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	event TEXT NOT NULL, 
	case_kind TEXT NOT NULL, 
	clock TEXT NOT NULL, 
	days INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	note TEXT NOT NULL, 
	active INTEGER NOT NULL, 
	since INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_follow_rule PRIMARY KEY (id), 
	CONSTRAINT uq_follow_rule_code UNIQUE (code)
)
 STRICT

;
CREATE TABLE follow_up (
	id INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	case_id INTEGER, 
	customer_id INTEGER, 
	owner_id INTEGER, 
	kind TEXT NOT NULL, 
	due_at INTEGER NOT NULL, 
	channel TEXT NOT NULL, 
	note TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	source_key TEXT, 
	created_at INTEGER NOT NULL, 
	created_by TEXT NOT NULL, 
	snoozed_until INTEGER, 
	reminded_at INTEGER, 
	done_at INTEGER, 
	done_by TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	outcome_note TEXT NOT NULL, 
	score INTEGER, 
	score_note TEXT NOT NULL, 
	previous_id INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT uq_follow_up_source_key UNIQUE (source_key), 
	CONSTRAINT fk_follow_up_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id), 
	CONSTRAINT fk_follow_up_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_follow_up_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_follow_up_owner_id FOREIGN KEY(owner_id) REFERENCES person (id), 
	CONSTRAINT fk_follow_up_previous_id FOREIGN KEY(previous_id) REFERENCES follow_up (id)
)
 STRICT

;
CREATE INDEX ix_follow_up_open ON follow_up (due_at, id) WHERE done_at IS NULL;
CREATE INDEX ix_follow_up_case_id ON follow_up (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX ix_follow_up_customer_id ON follow_up (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX ix_follow_up_done ON follow_up (shop_id, done_at, kind, outcome, score) WHERE done_at IS NOT NULL;
CREATE TABLE tracking_event (
	id INTEGER NOT NULL, 
	parcel_id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	text TEXT NOT NULL, 
	status TEXT NOT NULL, 
	source TEXT NOT NULL, 
	added_at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_tracking_event PRIMARY KEY (id), 
	CONSTRAINT uq_tracking_event_parcel_id_at_text UNIQUE (parcel_id, at, text), 
	CONSTRAINT fk_tracking_event_parcel_id FOREIGN KEY(parcel_id) REFERENCES parcel (id)
)
 STRICT

;
CREATE TABLE transit_time (
	id INTEGER NOT NULL, 
	courier TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	days INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_transit_time PRIMARY KEY (id), 
	CONSTRAINT uq_transit_time_courier_zone UNIQUE (courier, zone)
)
 STRICT

;
CREATE TABLE courier_claim (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	parcel_id INTEGER, 
	courier_id INTEGER, 
	reason TEXT NOT NULL, 
	state TEXT NOT NULL, 
	goods_minor INTEGER NOT NULL, 
	freight_minor INTEGER NOT NULL, 
	claimed_minor INTEGER NOT NULL, 
	paid_minor INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	note TEXT NOT NULL, 
	opened_at INTEGER NOT NULL, 
	opened_by TEXT NOT NULL, 
	due_at INTEGER, 
	claimed_at INTEGER, 
	ended_at INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_courier_claim PRIMARY KEY (id), 
	CONSTRAINT fk_courier_claim_case_id FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_courier_claim_parcel_id FOREIGN KEY(parcel_id) REFERENCES parcel (id), 
	CONSTRAINT fk_courier_claim_courier_id FOREIGN KEY(courier_id) REFERENCES courier (id)
)
 STRICT

;
CREATE INDEX ix_courier_claim_case_id ON courier_claim (case_id);
CREATE INDEX ix_courier_claim_open ON courier_claim (due_at, id) WHERE ended_at IS NULL;
CREATE INDEX ix_courier_claim_opened_at ON courier_claim (opened_at, courier_id, state);
CREATE TABLE customer_flag (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	flag TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	set_at INTEGER NOT NULL, 
	set_by TEXT NOT NULL, 
	CONSTRAINT pk_customer_flag PRIMARY KEY (id), 
	CONSTRAINT uq_customer_flag_customer_id_flag UNIQUE (customer_id, flag), 
	CONSTRAINT fk_customer_flag_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT

;
CREATE TABLE customer_doc (
	id INTEGER NOT NULL, 
	doc TEXT NOT NULL, 
	CONSTRAINT pk_customer_doc PRIMARY KEY (id)
)
 STRICT

;
CREATE VIRTUAL TABLE customer_fts USING fts5(g, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^'");
CREATE TABLE print_job (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	document TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	language TEXT NOT NULL, 
	printer TEXT NOT NULL, 
	way TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	CONSTRAINT pk_print_job PRIMARY KEY (id)
)
 STRICT

;
CREATE INDEX ix_print_job_at ON print_job (at);
CREATE TABLE print_item (
	id INTEGER NOT NULL, 
	job_id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_print_item PRIMARY KEY (id), 
	CONSTRAINT uq_print_item_job_id_position UNIQUE (job_id, position), 
	CONSTRAINT fk_print_item_job_id FOREIGN KEY(job_id) REFERENCES print_job (id), 
	CONSTRAINT fk_print_item_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
 STRICT

;
CREATE INDEX ix_print_item_case_id ON print_item (case_id, job_id);
CREATE TABLE print_wish (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	case_id INTEGER NOT NULL, 
	added_at INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_print_wish PRIMARY KEY (id), 
	CONSTRAINT uq_print_wish_document_case_id UNIQUE (document, case_id), 
	CONSTRAINT fk_print_wish_case_id FOREIGN KEY(case_id) REFERENCES cases (id)
)
 STRICT

;
CREATE TABLE label_sheet (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	base TEXT NOT NULL, 
	columns INTEGER NOT NULL, 
	rows INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	"left" INTEGER NOT NULL, 
	top INTEGER NOT NULL, 
	gutter_x INTEGER DEFAULT '0' NOT NULL, 
	gutter_y INTEGER DEFAULT '0' NOT NULL, 
	created_at INTEGER NOT NULL, 
	archived_at INTEGER, 
	CONSTRAINT pk_label_sheet PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE shop_paper (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	shop_id INTEGER NOT NULL, 
	logo TEXT DEFAULT '' NOT NULL, 
	lines TEXT DEFAULT '' NOT NULL, 
	foot TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_shop_paper PRIMARY KEY (id), 
	CONSTRAINT uq_shop_paper_shop_id UNIQUE (shop_id), 
	CONSTRAINT fk_shop_paper_shop_id FOREIGN KEY(shop_id) REFERENCES shop (id)
)
 STRICT

;
INSERT INTO alembic_version VALUES ('0004');
INSERT INTO "attachment" ("id", "case_id", "parcel_id", "line_id", "sha256", "size", "kind", "name", "note", "added_at", "person", "trouble", "trouble_at") VALUES (1, 1, 1, 1, 'attachment.sha256 O''Brien "Max"', 1780000001, 'attachment.kind O''Brien "Max"', 'attachment.name O''Brien "Max"', 'attachment.note O''Brien "Max"', 1780000001, 'attachment.person O''Brien "Max"', 'attachment.trouble O''Brien "Max"', 1780000001);
INSERT INTO "attachment" ("id", "case_id", "parcel_id", "line_id", "sha256", "size", "kind", "name", "note", "added_at", "person", "trouble", "trouble_at") VALUES (2, 2, 2, 2, 'attachment.sha256 张三，上海市', 1780000002, 'attachment.kind 张三，上海市', 'attachment.name 张三，上海市', 'attachment.note 张三，上海市', 1780000002, 'attachment.person 张三，上海市', 'attachment.trouble 张三，上海市', 1780000002);
INSERT INTO "attachment" ("id", "case_id", "parcel_id", "line_id", "sha256", "size", "kind", "name", "note", "added_at", "person", "trouble", "trouble_at") VALUES (3, 3, 3, 3, 'attachment.sha256 50 % off; --
second line', 1780000003, 'attachment.kind 50 % off; --
second line', 'attachment.name 50 % off; --
second line', 'attachment.note 50 % off; --
second line', 1780000003, 'attachment.person 50 % off; --
second line', 'attachment.trouble 50 % off; --
second line', 1780000003);
INSERT INTO "case_doc" ("id", "doc") VALUES (1, 'case_doc.doc O''Brien "Max"');
INSERT INTO "case_doc" ("id", "doc") VALUES (2, 'case_doc.doc 张三，上海市');
INSERT INTO "case_doc" ("id", "doc") VALUES (3, 'case_doc.doc 50 % off; --
second line');
INSERT INTO "cases" ("id", "kind", "number", "shop_id", "order_id", "customer_id", "owner_id", "state", "reason_id", "opened_at", "due_at", "due_clock", "settled_at", "closed_at", "currency", "amount_minor", "refund_goods_minor", "refund_freight_minor", "note", "version", "cost_minor", "origin_id", "buyer_name", "buyer_phone", "buyer_handle", "order_number") VALUES (1, 'cases.kind O''Brien "Max"', 'cases.number O''Brien "Max"', 1, 1, 1, 1, 'cases.state O''Brien "Max"', 1, 1780000001, 1780000001, 'cases.due_clock O''Brien "Max"', 1780000001, 1780000001, 'cases.currency O''Brien "Max"', 1780000001, 1780000001, 1780000001, 'cases.note O''Brien "Max"', 1780000001, 1780000001, 1, 'cases.buyer_name O''Brien "Max"', 'cases.buyer_phone O''Brien "Max"', 'cases.buyer_handle O''Brien "Max"', 'cases.order_number O''Brien "Max"');
INSERT INTO "cases" ("id", "kind", "number", "shop_id", "order_id", "customer_id", "owner_id", "state", "reason_id", "opened_at", "due_at", "due_clock", "settled_at", "closed_at", "currency", "amount_minor", "refund_goods_minor", "refund_freight_minor", "note", "version", "cost_minor", "origin_id", "buyer_name", "buyer_phone", "buyer_handle", "order_number") VALUES (2, 'cases.kind 张三，上海市', 'cases.number 张三，上海市', 2, 2, 2, 2, 'cases.state 张三，上海市', 2, 1780000002, 1780000002, 'cases.due_clock 张三，上海市', 1780000002, 1780000002, 'cases.currency 张三，上海市', 1780000002, 1780000002, 1780000002, 'cases.note 张三，上海市', 1780000002, 1780000002, 2, 'cases.buyer_name 张三，上海市', 'cases.buyer_phone 张三，上海市', 'cases.buyer_handle 张三，上海市', 'cases.order_number 张三，上海市');
INSERT INTO "cases" ("id", "kind", "number", "shop_id", "order_id", "customer_id", "owner_id", "state", "reason_id", "opened_at", "due_at", "due_clock", "settled_at", "closed_at", "currency", "amount_minor", "refund_goods_minor", "refund_freight_minor", "note", "version", "cost_minor", "origin_id", "buyer_name", "buyer_phone", "buyer_handle", "order_number") VALUES (3, 'cases.kind 50 % off; --
second line', 'cases.number 50 % off; --
second line', 3, 3, 3, 3, 'cases.state 50 % off; --
second line', 3, 1780000003, 1780000003, 'cases.due_clock 50 % off; --
second line', 1780000003, 1780000003, 'cases.currency 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 'cases.note 50 % off; --
second line', 1780000003, 1780000003, 3, 'cases.buyer_name 50 % off; --
second line', 'cases.buyer_phone 50 % off; --
second line', 'cases.buyer_handle 50 % off; --
second line', 'cases.order_number 50 % off; --
second line');
INSERT INTO "change" ("id", "at", "person", "label", "values", "undoes") VALUES (1, 1780000001, 'change.person O''Brien "Max"', 'change.label O''Brien "Max"', '{}', NULL);
INSERT INTO "change" ("id", "at", "person", "label", "values", "undoes") VALUES (2, 1780000002, 'change.person 张三，上海市', 'change.label 张三，上海市', '{}', NULL);
INSERT INTO "change" ("id", "at", "person", "label", "values", "undoes") VALUES (3, 1780000003, 'change.person 50 % off; --
second line', 'change.label 50 % off; --
second line', '{}', NULL);
INSERT INTO "changed_row" ("id", "change_id", "table_name", "row_id", "before", "after") VALUES (1, 1, 'changed_row.table_name O''Brien "Max"', 1, '{}', '{}');
INSERT INTO "changed_row" ("id", "change_id", "table_name", "row_id", "before", "after") VALUES (2, 2, 'changed_row.table_name 张三，上海市', 2, '{}', '{}');
INSERT INTO "changed_row" ("id", "change_id", "table_name", "row_id", "before", "after") VALUES (3, 3, 'changed_row.table_name 50 % off; --
second line', 3, '{}', '{}');
INSERT INTO "clock" ("id", "case_id", "code", "started_at", "due_at", "source", "ended_at", "outcome") VALUES (1, 1, 'clock.code O''Brien "Max"', 1780000001, 1780000001, 'clock.source O''Brien "Max"', 1780000001, 'clock.outcome O''Brien "Max"');
INSERT INTO "clock" ("id", "case_id", "code", "started_at", "due_at", "source", "ended_at", "outcome") VALUES (2, 2, 'clock.code 张三，上海市', 1780000002, 1780000002, 'clock.source 张三，上海市', 1780000002, 'clock.outcome 张三，上海市');
INSERT INTO "clock" ("id", "case_id", "code", "started_at", "due_at", "source", "ended_at", "outcome") VALUES (3, 3, 'clock.code 50 % off; --
second line', 1780000003, 1780000003, 'clock.source 50 % off; --
second line', 1780000003, 'clock.outcome 50 % off; --
second line');
INSERT INTO "complaint" ("id", "category", "situation", "channel", "severity", "wanted", "cause", "cause_note", "round", "few_reason", "replied_at", "offered_at", "chosen_at", "done_at", "escalated_at", "platform_number", "platform_due_at", "platform_asks", "verdict", "verdict_note", "verdict_at", "merged_into_id", "version") VALUES (1, 'complaint.category O''Brien "Max"', 'complaint.situation O''Brien "Max"', 'complaint.channel O''Brien "Max"', 'complaint.severity O''Brien "Max"', 'complaint.wanted O''Brien "Max"', 'complaint.cause O''Brien "Max"', 'complaint.cause_note O''Brien "Max"', 1780000001, 'complaint.few_reason O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 'complaint.platform_number O''Brien "Max"', 1780000001, 'complaint.platform_asks O''Brien "Max"', 'complaint.verdict O''Brien "Max"', 'complaint.verdict_note O''Brien "Max"', 1780000001, 1, 1780000001);
INSERT INTO "complaint" ("id", "category", "situation", "channel", "severity", "wanted", "cause", "cause_note", "round", "few_reason", "replied_at", "offered_at", "chosen_at", "done_at", "escalated_at", "platform_number", "platform_due_at", "platform_asks", "verdict", "verdict_note", "verdict_at", "merged_into_id", "version") VALUES (2, 'complaint.category 张三，上海市', 'complaint.situation 张三，上海市', 'complaint.channel 张三，上海市', 'complaint.severity 张三，上海市', 'complaint.wanted 张三，上海市', 'complaint.cause 张三，上海市', 'complaint.cause_note 张三，上海市', 1780000002, 'complaint.few_reason 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 'complaint.platform_number 张三，上海市', 1780000002, 'complaint.platform_asks 张三，上海市', 'complaint.verdict 张三，上海市', 'complaint.verdict_note 张三，上海市', 1780000002, 2, 1780000002);
INSERT INTO "complaint" ("id", "category", "situation", "channel", "severity", "wanted", "cause", "cause_note", "round", "few_reason", "replied_at", "offered_at", "chosen_at", "done_at", "escalated_at", "platform_number", "platform_due_at", "platform_asks", "verdict", "verdict_note", "verdict_at", "merged_into_id", "version") VALUES (3, 'complaint.category 50 % off; --
second line', 'complaint.situation 50 % off; --
second line', 'complaint.channel 50 % off; --
second line', 'complaint.severity 50 % off; --
second line', 'complaint.wanted 50 % off; --
second line', 'complaint.cause 50 % off; --
second line', 'complaint.cause_note 50 % off; --
second line', 1780000003, 'complaint.few_reason 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 'complaint.platform_number 50 % off; --
second line', 1780000003, 'complaint.platform_asks 50 % off; --
second line', 'complaint.verdict 50 % off; --
second line', 'complaint.verdict_note 50 % off; --
second line', 1780000003, 3, 1780000003);
INSERT INTO "complaint_option" ("id", "case_id", "round", "position", "solution", "option", "title", "does", "amount_minor", "freight_minor", "party", "follow_kind", "follow_days", "note", "offered_at", "chosen_at", "done_at", "opened_id", "version") VALUES (1, 1, 1780000001, 1780000001, 'complaint_option.solution O''Brien "Max"', 'complaint_option.option O''Brien "Max"', 'complaint_option.title O''Brien "Max"', 'complaint_option.does O''Brien "Max"', 1780000001, 1780000001, 'complaint_option.party O''Brien "Max"', 'complaint_option.follow_kind O''Brien "Max"', 1780000001, 'complaint_option.note O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1, 1780000001);
INSERT INTO "complaint_option" ("id", "case_id", "round", "position", "solution", "option", "title", "does", "amount_minor", "freight_minor", "party", "follow_kind", "follow_days", "note", "offered_at", "chosen_at", "done_at", "opened_id", "version") VALUES (2, 2, 1780000002, 1780000002, 'complaint_option.solution 张三，上海市', 'complaint_option.option 张三，上海市', 'complaint_option.title 张三，上海市', 'complaint_option.does 张三，上海市', 1780000002, 1780000002, 'complaint_option.party 张三，上海市', 'complaint_option.follow_kind 张三，上海市', 1780000002, 'complaint_option.note 张三，上海市', 1780000002, 1780000002, 1780000002, 2, 1780000002);
INSERT INTO "complaint_option" ("id", "case_id", "round", "position", "solution", "option", "title", "does", "amount_minor", "freight_minor", "party", "follow_kind", "follow_days", "note", "offered_at", "chosen_at", "done_at", "opened_id", "version") VALUES (3, 3, 1780000003, 1780000003, 'complaint_option.solution 50 % off; --
second line', 'complaint_option.option 50 % off; --
second line', 'complaint_option.title 50 % off; --
second line', 'complaint_option.does 50 % off; --
second line', 1780000003, 1780000003, 'complaint_option.party 50 % off; --
second line', 'complaint_option.follow_kind 50 % off; --
second line', 1780000003, 'complaint_option.note 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 3, 1780000003);
INSERT INTO "cost_entry" ("id", "case_id", "received_item_id", "at", "kind", "amount_minor", "note", "person", "version") VALUES (1, 1, 1, 1780000001, 'cost_entry.kind O''Brien "Max"', 1780000001, 'cost_entry.note O''Brien "Max"', 'cost_entry.person O''Brien "Max"', 1780000001);
INSERT INTO "cost_entry" ("id", "case_id", "received_item_id", "at", "kind", "amount_minor", "note", "person", "version") VALUES (2, 2, 2, 1780000002, 'cost_entry.kind 张三，上海市', 1780000002, 'cost_entry.note 张三，上海市', 'cost_entry.person 张三，上海市', 1780000002);
INSERT INTO "cost_entry" ("id", "case_id", "received_item_id", "at", "kind", "amount_minor", "note", "person", "version") VALUES (3, 3, 3, 1780000003, 'cost_entry.kind 50 % off; --
second line', 1780000003, 'cost_entry.note 50 % off; --
second line', 'cost_entry.person 50 % off; --
second line', 1780000003);
INSERT INTO "courier" ("id", "code", "name", "tracking_url", "archived_at", "version", "week") VALUES (1, 'courier.code O''Brien "Max"', 'courier.name O''Brien "Max"', 'courier.tracking_url O''Brien "Max"', 1780000001, 1780000001, 'courier.week O''Brien "Max"');
INSERT INTO "courier" ("id", "code", "name", "tracking_url", "archived_at", "version", "week") VALUES (2, 'courier.code 张三，上海市', 'courier.name 张三，上海市', 'courier.tracking_url 张三，上海市', 1780000002, 1780000002, 'courier.week 张三，上海市');
INSERT INTO "courier" ("id", "code", "name", "tracking_url", "archived_at", "version", "week") VALUES (3, 'courier.code 50 % off; --
second line', 'courier.name 50 % off; --
second line', 'courier.tracking_url 50 % off; --
second line', 1780000003, 1780000003, 'courier.week 50 % off; --
second line');
INSERT INTO "courier_claim" ("id", "case_id", "parcel_id", "courier_id", "reason", "state", "goods_minor", "freight_minor", "claimed_minor", "paid_minor", "reference", "note", "opened_at", "opened_by", "due_at", "claimed_at", "ended_at", "version") VALUES (1, 1, 1, 1, 'courier_claim.reason O''Brien "Max"', 'courier_claim.state O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 'courier_claim.reference O''Brien "Max"', 'courier_claim.note O''Brien "Max"', 1780000001, 'courier_claim.opened_by O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001);
INSERT INTO "courier_claim" ("id", "case_id", "parcel_id", "courier_id", "reason", "state", "goods_minor", "freight_minor", "claimed_minor", "paid_minor", "reference", "note", "opened_at", "opened_by", "due_at", "claimed_at", "ended_at", "version") VALUES (2, 2, 2, 2, 'courier_claim.reason 张三，上海市', 'courier_claim.state 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 'courier_claim.reference 张三，上海市', 'courier_claim.note 张三，上海市', 1780000002, 'courier_claim.opened_by 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002);
INSERT INTO "courier_claim" ("id", "case_id", "parcel_id", "courier_id", "reason", "state", "goods_minor", "freight_minor", "claimed_minor", "paid_minor", "reference", "note", "opened_at", "opened_by", "due_at", "claimed_at", "ended_at", "version") VALUES (3, 3, 3, 3, 'courier_claim.reason 50 % off; --
second line', 'courier_claim.state 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 'courier_claim.reference 50 % off; --
second line', 'courier_claim.note 50 % off; --
second line', 1780000003, 'courier_claim.opened_by 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003);
INSERT INTO "customer" ("id", "name", "note", "created_at", "version", "merged_into_id") VALUES (1, 'customer.name O''Brien "Max"', 'customer.note O''Brien "Max"', 1780000001, 1780000001, 1);
INSERT INTO "customer" ("id", "name", "note", "created_at", "version", "merged_into_id") VALUES (2, 'customer.name 张三，上海市', 'customer.note 张三，上海市', 1780000002, 1780000002, 2);
INSERT INTO "customer" ("id", "name", "note", "created_at", "version", "merged_into_id") VALUES (3, 'customer.name 50 % off; --
second line', 'customer.note 50 % off; --
second line', 1780000003, 1780000003, 3);
INSERT INTO "customer_address" ("id", "customer_id", "recipient", "address", "postcode", "country") VALUES (1, 1, 'customer_address.recipient O''Brien "Max"', 'customer_address.address O''Brien "Max"', 'customer_address.postcode O''Brien "Max"', 'customer_address.country O''Brien "Max"');
INSERT INTO "customer_address" ("id", "customer_id", "recipient", "address", "postcode", "country") VALUES (2, 2, 'customer_address.recipient 张三，上海市', 'customer_address.address 张三，上海市', 'customer_address.postcode 张三，上海市', 'customer_address.country 张三，上海市');
INSERT INTO "customer_address" ("id", "customer_id", "recipient", "address", "postcode", "country") VALUES (3, 3, 'customer_address.recipient 50 % off; --
second line', 'customer_address.address 50 % off; --
second line', 'customer_address.postcode 50 % off; --
second line', 'customer_address.country 50 % off; --
second line');
INSERT INTO "customer_contact" ("id", "customer_id", "kind", "value", "folded") VALUES (1, 1, 'customer_contact.kind O''Brien "Max"', 'customer_contact.value O''Brien "Max"', 'customer_contact.folded O''Brien "Max"');
INSERT INTO "customer_contact" ("id", "customer_id", "kind", "value", "folded") VALUES (2, 2, 'customer_contact.kind 张三，上海市', 'customer_contact.value 张三，上海市', 'customer_contact.folded 张三，上海市');
INSERT INTO "customer_contact" ("id", "customer_id", "kind", "value", "folded") VALUES (3, 3, 'customer_contact.kind 50 % off; --
second line', 'customer_contact.value 50 % off; --
second line', 'customer_contact.folded 50 % off; --
second line');
INSERT INTO "customer_doc" ("id", "doc") VALUES (1, 'customer_doc.doc O''Brien "Max"');
INSERT INTO "customer_doc" ("id", "doc") VALUES (2, 'customer_doc.doc 张三，上海市');
INSERT INTO "customer_doc" ("id", "doc") VALUES (3, 'customer_doc.doc 50 % off; --
second line');
INSERT INTO "customer_flag" ("id", "customer_id", "flag", "reason", "set_at", "set_by") VALUES (1, 1, 'customer_flag.flag O''Brien "Max"', 'customer_flag.reason O''Brien "Max"', 1780000001, 'customer_flag.set_by O''Brien "Max"');
INSERT INTO "customer_flag" ("id", "customer_id", "flag", "reason", "set_at", "set_by") VALUES (2, 2, 'customer_flag.flag 张三，上海市', 'customer_flag.reason 张三，上海市', 1780000002, 'customer_flag.set_by 张三，上海市');
INSERT INTO "customer_flag" ("id", "customer_id", "flag", "reason", "set_at", "set_by") VALUES (3, 3, 'customer_flag.flag 50 % off; --
second line', 'customer_flag.reason 50 % off; --
second line', 1780000003, 'customer_flag.set_by 50 % off; --
second line');
INSERT INTO "customer_handle" ("id", "customer_id", "platform", "handle") VALUES (1, 1, 'customer_handle.platform O''Brien "Max"', 'customer_handle.handle O''Brien "Max"');
INSERT INTO "customer_handle" ("id", "customer_id", "platform", "handle") VALUES (2, 2, 'customer_handle.platform 张三，上海市', 'customer_handle.handle 张三，上海市');
INSERT INTO "customer_handle" ("id", "customer_id", "platform", "handle") VALUES (3, 3, 'customer_handle.platform 50 % off; --
second line', 'customer_handle.handle 50 % off; --
second line');
INSERT INTO "follow_rule" ("id", "code", "event", "case_kind", "clock", "days", "kind", "channel", "note", "active", "since", "version") VALUES (1, 'follow_rule.code O''Brien "Max"', 'follow_rule.event O''Brien "Max"', 'follow_rule.case_kind O''Brien "Max"', 'follow_rule.clock O''Brien "Max"', 1780000001, 'follow_rule.kind O''Brien "Max"', 'follow_rule.channel O''Brien "Max"', 'follow_rule.note O''Brien "Max"', 1780000001, 1780000001, 1780000001);
INSERT INTO "follow_rule" ("id", "code", "event", "case_kind", "clock", "days", "kind", "channel", "note", "active", "since", "version") VALUES (2, 'follow_rule.code 张三，上海市', 'follow_rule.event 张三，上海市', 'follow_rule.case_kind 张三，上海市', 'follow_rule.clock 张三，上海市', 1780000002, 'follow_rule.kind 张三，上海市', 'follow_rule.channel 张三，上海市', 'follow_rule.note 张三，上海市', 1780000002, 1780000002, 1780000002);
INSERT INTO "follow_rule" ("id", "code", "event", "case_kind", "clock", "days", "kind", "channel", "note", "active", "since", "version") VALUES (3, 'follow_rule.code 50 % off; --
second line', 'follow_rule.event 50 % off; --
second line', 'follow_rule.case_kind 50 % off; --
second line', 'follow_rule.clock 50 % off; --
second line', 1780000003, 'follow_rule.kind 50 % off; --
second line', 'follow_rule.channel 50 % off; --
second line', 'follow_rule.note 50 % off; --
second line', 1780000003, 1780000003, 1780000003);
INSERT INTO "follow_up" ("id", "shop_id", "case_id", "customer_id", "owner_id", "kind", "due_at", "channel", "note", "rule", "source_key", "created_at", "created_by", "snoozed_until", "reminded_at", "done_at", "done_by", "outcome", "outcome_note", "score", "score_note", "previous_id", "version") VALUES (1, 1, 1, 1, 1, 'follow_up.kind O''Brien "Max"', 1780000001, 'follow_up.channel O''Brien "Max"', 'follow_up.note O''Brien "Max"', 'follow_up.rule O''Brien "Max"', 'follow_up.source_key O''Brien "Max"', 1780000001, 'follow_up.created_by O''Brien "Max"', 1780000001, 1780000001, 1780000001, 'follow_up.done_by O''Brien "Max"', 'follow_up.outcome O''Brien "Max"', 'follow_up.outcome_note O''Brien "Max"', 1780000001, 'follow_up.score_note O''Brien "Max"', 1, 1780000001);
INSERT INTO "follow_up" ("id", "shop_id", "case_id", "customer_id", "owner_id", "kind", "due_at", "channel", "note", "rule", "source_key", "created_at", "created_by", "snoozed_until", "reminded_at", "done_at", "done_by", "outcome", "outcome_note", "score", "score_note", "previous_id", "version") VALUES (2, 2, 2, 2, 2, 'follow_up.kind 张三，上海市', 1780000002, 'follow_up.channel 张三，上海市', 'follow_up.note 张三，上海市', 'follow_up.rule 张三，上海市', 'follow_up.source_key 张三，上海市', 1780000002, 'follow_up.created_by 张三，上海市', 1780000002, 1780000002, 1780000002, 'follow_up.done_by 张三，上海市', 'follow_up.outcome 张三，上海市', 'follow_up.outcome_note 张三，上海市', 1780000002, 'follow_up.score_note 张三，上海市', 2, 1780000002);
INSERT INTO "follow_up" ("id", "shop_id", "case_id", "customer_id", "owner_id", "kind", "due_at", "channel", "note", "rule", "source_key", "created_at", "created_by", "snoozed_until", "reminded_at", "done_at", "done_by", "outcome", "outcome_note", "score", "score_note", "previous_id", "version") VALUES (3, 3, 3, 3, 3, 'follow_up.kind 50 % off; --
second line', 1780000003, 'follow_up.channel 50 % off; --
second line', 'follow_up.note 50 % off; --
second line', 'follow_up.rule 50 % off; --
second line', 'follow_up.source_key 50 % off; --
second line', 1780000003, 'follow_up.created_by 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 'follow_up.done_by 50 % off; --
second line', 'follow_up.outcome 50 % off; --
second line', 'follow_up.outcome_note 50 % off; --
second line', 1780000003, 'follow_up.score_note 50 % off; --
second line', 3, 1780000003);
INSERT INTO "holiday" ("id", "shop_id", "day", "closed", "name", "version") VALUES (1, 1, 'holiday.day O''Brien "Max"', 1780000001, 'holiday.name O''Brien "Max"', 1780000001);
INSERT INTO "holiday" ("id", "shop_id", "day", "closed", "name", "version") VALUES (2, 2, 'holiday.day 张三，上海市', 1780000002, 'holiday.name 张三，上海市', 1780000002);
INSERT INTO "holiday" ("id", "shop_id", "day", "closed", "name", "version") VALUES (3, 3, 'holiday.day 50 % off; --
second line', 1780000003, 'holiday.name 50 % off; --
second line', 1780000003);
INSERT INTO "label_sheet" ("id", "version", "name", "base", "columns", "rows", "width", "height", "left", "top", "gutter_x", "gutter_y", "created_at", "archived_at") VALUES (1, 1780000001, 'label_sheet.name O''Brien "Max"', 'label_sheet.base O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001);
INSERT INTO "label_sheet" ("id", "version", "name", "base", "columns", "rows", "width", "height", "left", "top", "gutter_x", "gutter_y", "created_at", "archived_at") VALUES (2, 1780000002, 'label_sheet.name 张三，上海市', 'label_sheet.base 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002);
INSERT INTO "label_sheet" ("id", "version", "name", "base", "columns", "rows", "width", "height", "left", "top", "gutter_x", "gutter_y", "created_at", "archived_at") VALUES (3, 1780000003, 'label_sheet.name 50 % off; --
second line', 'label_sheet.base 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003);
INSERT INTO "liability_share" ("id", "case_id", "party", "percent", "amount_minor", "note", "confirmed_at", "confirmed_by") VALUES (1, 1, 'liability_share.party O''Brien "Max"', 1780000001, 1780000001, 'liability_share.note O''Brien "Max"', 1780000001, 'liability_share.confirmed_by O''Brien "Max"');
INSERT INTO "liability_share" ("id", "case_id", "party", "percent", "amount_minor", "note", "confirmed_at", "confirmed_by") VALUES (2, 2, 'liability_share.party 张三，上海市', 1780000002, 1780000002, 'liability_share.note 张三，上海市', 1780000002, 'liability_share.confirmed_by 张三，上海市');
INSERT INTO "liability_share" ("id", "case_id", "party", "percent", "amount_minor", "note", "confirmed_at", "confirmed_by") VALUES (3, 3, 'liability_share.party 50 % off; --
second line', 1780000003, 1780000003, 'liability_share.note 50 % off; --
second line', 1780000003, 'liability_share.confirmed_by 50 % off; --
second line');
INSERT INTO "number_counter" ("id", "series", "last") VALUES (1, 'number_counter.series O''Brien "Max"', 1780000001);
INSERT INTO "number_counter" ("id", "series", "last") VALUES (2, 'number_counter.series 张三，上海市', 1780000002);
INSERT INTO "number_counter" ("id", "series", "last") VALUES (3, 'number_counter.series 50 % off; --
second line', 1780000003);
INSERT INTO "order_doc" ("id", "doc") VALUES (1, 'order_doc.doc O''Brien "Max"');
INSERT INTO "order_doc" ("id", "doc") VALUES (2, 'order_doc.doc 张三，上海市');
INSERT INTO "order_doc" ("id", "doc") VALUES (3, 'order_doc.doc 50 % off; --
second line');
INSERT INTO "order_line" ("id", "order_id", "position", "platform_line_id", "product_id", "sku", "title", "variant", "quantity", "price_minor", "paid_minor") VALUES (1, 1, 1780000001, 1, 1, 'order_line.sku O''Brien "Max"', 'order_line.title O''Brien "Max"', 'order_line.variant O''Brien "Max"', 1780000001, 1780000001, 1780000001);
INSERT INTO "order_line" ("id", "order_id", "position", "platform_line_id", "product_id", "sku", "title", "variant", "quantity", "price_minor", "paid_minor") VALUES (2, 2, 1780000002, 2, 2, 'order_line.sku 张三，上海市', 'order_line.title 张三，上海市', 'order_line.variant 张三，上海市', 1780000002, 1780000002, 1780000002);
INSERT INTO "order_line" ("id", "order_id", "position", "platform_line_id", "product_id", "sku", "title", "variant", "quantity", "price_minor", "paid_minor") VALUES (3, 3, 1780000003, 3, 3, 'order_line.sku 50 % off; --
second line', 'order_line.title 50 % off; --
second line', 'order_line.variant 50 % off; --
second line', 1780000003, 1780000003, 1780000003);
INSERT INTO "orders" ("id", "shop_id", "number", "platform_id", "customer_id", "status", "status_text", "ordered_at", "paid_at", "delivered_at", "cancelled_at", "currency", "goods_minor", "freight_minor", "discount_minor", "tax_minor", "total_minor", "paid_minor", "refunded_minor", "recipient", "phone", "address", "postcode", "country", "buyer_note", "seller_note", "version") VALUES (1, 1, 'orders.number O''Brien "Max"', 1, 1, 'orders.status O''Brien "Max"', 'orders.status_text O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 'orders.currency O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 'orders.recipient O''Brien "Max"', 'orders.phone O''Brien "Max"', 'orders.address O''Brien "Max"', 'orders.postcode O''Brien "Max"', 'orders.country O''Brien "Max"', 'orders.buyer_note O''Brien "Max"', 'orders.seller_note O''Brien "Max"', 1780000001);
INSERT INTO "orders" ("id", "shop_id", "number", "platform_id", "customer_id", "status", "status_text", "ordered_at", "paid_at", "delivered_at", "cancelled_at", "currency", "goods_minor", "freight_minor", "discount_minor", "tax_minor", "total_minor", "paid_minor", "refunded_minor", "recipient", "phone", "address", "postcode", "country", "buyer_note", "seller_note", "version") VALUES (2, 2, 'orders.number 张三，上海市', 2, 2, 'orders.status 张三，上海市', 'orders.status_text 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 'orders.currency 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 'orders.recipient 张三，上海市', 'orders.phone 张三，上海市', 'orders.address 张三，上海市', 'orders.postcode 张三，上海市', 'orders.country 张三，上海市', 'orders.buyer_note 张三，上海市', 'orders.seller_note 张三，上海市', 1780000002);
INSERT INTO "orders" ("id", "shop_id", "number", "platform_id", "customer_id", "status", "status_text", "ordered_at", "paid_at", "delivered_at", "cancelled_at", "currency", "goods_minor", "freight_minor", "discount_minor", "tax_minor", "total_minor", "paid_minor", "refunded_minor", "recipient", "phone", "address", "postcode", "country", "buyer_note", "seller_note", "version") VALUES (3, 3, 'orders.number 50 % off; --
second line', 3, 3, 'orders.status 50 % off; --
second line', 'orders.status_text 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 'orders.currency 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 'orders.recipient 50 % off; --
second line', 'orders.phone 50 % off; --
second line', 'orders.address 50 % off; --
second line', 'orders.postcode 50 % off; --
second line', 'orders.country 50 % off; --
second line', 'orders.buyer_note 50 % off; --
second line', 'orders.seller_note 50 % off; --
second line', 1780000003);
INSERT INTO "parcel" ("id", "order_id", "case_id", "direction", "courier_id", "courier_name", "waybill", "waybill_folded", "sent_at", "delivered_at", "version", "number", "note", "let_go_at", "moved_at", "status") VALUES (1, 1, 1, 'parcel.direction O''Brien "Max"', 1, 'parcel.courier_name O''Brien "Max"', 'parcel.waybill O''Brien "Max"', 'parcel.waybill_folded O''Brien "Max"', 1780000001, 1780000001, 1780000001, 'parcel.number O''Brien "Max"', 'parcel.note O''Brien "Max"', 1780000001, 1780000001, 'parcel.status O''Brien "Max"');
INSERT INTO "parcel" ("id", "order_id", "case_id", "direction", "courier_id", "courier_name", "waybill", "waybill_folded", "sent_at", "delivered_at", "version", "number", "note", "let_go_at", "moved_at", "status") VALUES (2, 2, 2, 'parcel.direction 张三，上海市', 2, 'parcel.courier_name 张三，上海市', 'parcel.waybill 张三，上海市', 'parcel.waybill_folded 张三，上海市', 1780000002, 1780000002, 1780000002, 'parcel.number 张三，上海市', 'parcel.note 张三，上海市', 1780000002, 1780000002, 'parcel.status 张三，上海市');
INSERT INTO "parcel" ("id", "order_id", "case_id", "direction", "courier_id", "courier_name", "waybill", "waybill_folded", "sent_at", "delivered_at", "version", "number", "note", "let_go_at", "moved_at", "status") VALUES (3, 3, 3, 'parcel.direction 50 % off; --
second line', 3, 'parcel.courier_name 50 % off; --
second line', 'parcel.waybill 50 % off; --
second line', 'parcel.waybill_folded 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 'parcel.number 50 % off; --
second line', 'parcel.note 50 % off; --
second line', 1780000003, 1780000003, 'parcel.status 50 % off; --
second line');
INSERT INTO "person" ("id", "name", "created_at", "archived_at", "version") VALUES (1, 'person.name O''Brien "Max"', 1780000001, 1780000001, 1780000001);
INSERT INTO "person" ("id", "name", "created_at", "archived_at", "version") VALUES (2, 'person.name 张三，上海市', 1780000002, 1780000002, 1780000002);
INSERT INTO "person" ("id", "name", "created_at", "archived_at", "version") VALUES (3, 'person.name 50 % off; --
second line', 1780000003, 1780000003, 1780000003);
INSERT INTO "policy" ("id", "shop_id", "preset", "name", "rules", "source", "certainty", "checked_on", "made_at", "made_by") VALUES (1, 1, 'policy.preset O''Brien "Max"', 'policy.name O''Brien "Max"', '{}', 'policy.source O''Brien "Max"', 'policy.certainty O''Brien "Max"', 'policy.checked_on O''Brien "Max"', 1780000001, 'policy.made_by O''Brien "Max"');
INSERT INTO "policy" ("id", "shop_id", "preset", "name", "rules", "source", "certainty", "checked_on", "made_at", "made_by") VALUES (2, 2, 'policy.preset 张三，上海市', 'policy.name 张三，上海市', '{}', 'policy.source 张三，上海市', 'policy.certainty 张三，上海市', 'policy.checked_on 张三，上海市', 1780000002, 'policy.made_by 张三，上海市');
INSERT INTO "policy" ("id", "shop_id", "preset", "name", "rules", "source", "certainty", "checked_on", "made_at", "made_by") VALUES (3, 3, 'policy.preset 50 % off; --
second line', 'policy.name 50 % off; --
second line', '{}', 'policy.source 50 % off; --
second line', 'policy.certainty 50 % off; --
second line', 'policy.checked_on 50 % off; --
second line', 1780000003, 'policy.made_by 50 % off; --
second line');
INSERT INTO "print_item" ("id", "job_id", "case_id", "position") VALUES (1, 1, 1, 1780000001);
INSERT INTO "print_item" ("id", "job_id", "case_id", "position") VALUES (2, 2, 2, 1780000002);
INSERT INTO "print_item" ("id", "job_id", "case_id", "position") VALUES (3, 3, 3, 1780000003);
INSERT INTO "print_job" ("id", "at", "person", "document", "paper", "language", "printer", "way", "pages") VALUES (1, 1780000001, 'print_job.person O''Brien "Max"', 'print_job.document O''Brien "Max"', 'print_job.paper O''Brien "Max"', 'print_job.language O''Brien "Max"', 'print_job.printer O''Brien "Max"', 'print_job.way O''Brien "Max"', 1780000001);
INSERT INTO "print_job" ("id", "at", "person", "document", "paper", "language", "printer", "way", "pages") VALUES (2, 1780000002, 'print_job.person 张三，上海市', 'print_job.document 张三，上海市', 'print_job.paper 张三，上海市', 'print_job.language 张三，上海市', 'print_job.printer 张三，上海市', 'print_job.way 张三，上海市', 1780000002);
INSERT INTO "print_job" ("id", "at", "person", "document", "paper", "language", "printer", "way", "pages") VALUES (3, 1780000003, 'print_job.person 50 % off; --
second line', 'print_job.document 50 % off; --
second line', 'print_job.paper 50 % off; --
second line', 'print_job.language 50 % off; --
second line', 'print_job.printer 50 % off; --
second line', 'print_job.way 50 % off; --
second line', 1780000003);
INSERT INTO "print_wish" ("id", "document", "case_id", "added_at", "person") VALUES (1, 'print_wish.document O''Brien "Max"', 1, 1780000001, 'print_wish.person O''Brien "Max"');
INSERT INTO "print_wish" ("id", "document", "case_id", "added_at", "person") VALUES (2, 'print_wish.document 张三，上海市', 2, 1780000002, 'print_wish.person 张三，上海市');
INSERT INTO "print_wish" ("id", "document", "case_id", "added_at", "person") VALUES (3, 'print_wish.document 50 % off; --
second line', 3, 1780000003, 'print_wish.person 50 % off; --
second line');
INSERT INTO "product" ("id", "shop_id", "key", "sku", "title", "category", "version") VALUES (1, 1, 'product.key O''Brien "Max"', 'product.sku O''Brien "Max"', 'product.title O''Brien "Max"', 'product.category O''Brien "Max"', 1780000001);
INSERT INTO "product" ("id", "shop_id", "key", "sku", "title", "category", "version") VALUES (2, 2, 'product.key 张三，上海市', 'product.sku 张三，上海市', 'product.title 张三，上海市', 'product.category 张三，上海市', 1780000002);
INSERT INTO "product" ("id", "shop_id", "key", "sku", "title", "category", "version") VALUES (3, 3, 'product.key 50 % off; --
second line', 'product.sku 50 % off; --
second line', 'product.title 50 % off; --
second line', 'product.category 50 % off; --
second line', 1780000003);
INSERT INTO "ready_text" ("id", "shop_id", "code", "language", "text", "version", "reason") VALUES (1, 1, 'ready_text.code O''Brien "Max"', 'ready_text.language O''Brien "Max"', 'ready_text.text O''Brien "Max"', 1780000001, 'ready_text.reason O''Brien "Max"');
INSERT INTO "ready_text" ("id", "shop_id", "code", "language", "text", "version", "reason") VALUES (2, 2, 'ready_text.code 张三，上海市', 'ready_text.language 张三，上海市', 'ready_text.text 张三，上海市', 1780000002, 'ready_text.reason 张三，上海市');
INSERT INTO "ready_text" ("id", "shop_id", "code", "language", "text", "version", "reason") VALUES (3, 3, 'ready_text.code 50 % off; --
second line', 'ready_text.language 50 % off; --
second line', 'ready_text.text 50 % off; --
second line', 1780000003, 'ready_text.reason 50 % off; --
second line');
INSERT INTO "reason" ("id", "code", "name", "fault", "position", "archived_at", "version") VALUES (1, 'reason.code O''Brien "Max"', 'reason.name O''Brien "Max"', 'reason.fault O''Brien "Max"', 1780000001, 1780000001, 1780000001);
INSERT INTO "reason" ("id", "code", "name", "fault", "position", "archived_at", "version") VALUES (2, 'reason.code 张三，上海市', 'reason.name 张三，上海市', 'reason.fault 张三，上海市', 1780000002, 1780000002, 1780000002);
INSERT INTO "reason" ("id", "code", "name", "fault", "position", "archived_at", "version") VALUES (3, 'reason.code 50 % off; --
second line', 'reason.name 50 % off; --
second line', 'reason.fault 50 % off; --
second line', 1780000003, 1780000003, 1780000003);
INSERT INTO "received_item" ("id", "case_id", "parcel_id", "line_id", "title", "quantity", "condition", "disposition", "note", "at", "person") VALUES (1, 1, 1, 1, 'received_item.title O''Brien "Max"', 1780000001, 'received_item.condition O''Brien "Max"', 'received_item.disposition O''Brien "Max"', 'received_item.note O''Brien "Max"', 1780000001, 'received_item.person O''Brien "Max"');
INSERT INTO "received_item" ("id", "case_id", "parcel_id", "line_id", "title", "quantity", "condition", "disposition", "note", "at", "person") VALUES (2, 2, 2, 2, 'received_item.title 张三，上海市', 1780000002, 'received_item.condition 张三，上海市', 'received_item.disposition 张三，上海市', 'received_item.note 张三，上海市', 1780000002, 'received_item.person 张三，上海市');
INSERT INTO "received_item" ("id", "case_id", "parcel_id", "line_id", "title", "quantity", "condition", "disposition", "note", "at", "person") VALUES (3, 3, 3, 3, 'received_item.title 50 % off; --
second line', 1780000003, 'received_item.condition 50 % off; --
second line', 'received_item.disposition 50 % off; --
second line', 'received_item.note 50 % off; --
second line', 1780000003, 'received_item.person 50 % off; --
second line');
INSERT INTO "refund" ("id", "case_id", "shop_id", "at", "currency", "goods_minor", "freight_minor", "deduction_minor", "deduction_reason", "collected_minor", "method", "reference", "over_reason", "person") VALUES (1, 1, 1, 1780000001, 'refund.currency O''Brien "Max"', 1780000001, 1780000001, 1780000001, 'refund.deduction_reason O''Brien "Max"', 1780000001, 'refund.method O''Brien "Max"', 'refund.reference O''Brien "Max"', 'refund.over_reason O''Brien "Max"', 'refund.person O''Brien "Max"');
INSERT INTO "refund" ("id", "case_id", "shop_id", "at", "currency", "goods_minor", "freight_minor", "deduction_minor", "deduction_reason", "collected_minor", "method", "reference", "over_reason", "person") VALUES (2, 2, 2, 1780000002, 'refund.currency 张三，上海市', 1780000002, 1780000002, 1780000002, 'refund.deduction_reason 张三，上海市', 1780000002, 'refund.method 张三，上海市', 'refund.reference 张三，上海市', 'refund.over_reason 张三，上海市', 'refund.person 张三，上海市');
INSERT INTO "refund" ("id", "case_id", "shop_id", "at", "currency", "goods_minor", "freight_minor", "deduction_minor", "deduction_reason", "collected_minor", "method", "reference", "over_reason", "person") VALUES (3, 3, 3, 1780000003, 'refund.currency 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 'refund.deduction_reason 50 % off; --
second line', 1780000003, 'refund.method 50 % off; --
second line', 'refund.reference 50 % off; --
second line', 'refund.over_reason 50 % off; --
second line', 'refund.person 50 % off; --
second line');
INSERT INTO "reshipment" ("id", "reason", "recipient", "phone", "address", "postcode", "country", "packed_at", "sent_at", "delivered_at", "version", "confirmed_at", "slip_printed_at", "zone", "wait_note") VALUES (1, 'reshipment.reason O''Brien "Max"', 'reshipment.recipient O''Brien "Max"', 'reshipment.phone O''Brien "Max"', 'reshipment.address O''Brien "Max"', 'reshipment.postcode O''Brien "Max"', 'reshipment.country O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 1780000001, 'reshipment.zone O''Brien "Max"', 'reshipment.wait_note O''Brien "Max"');
INSERT INTO "reshipment" ("id", "reason", "recipient", "phone", "address", "postcode", "country", "packed_at", "sent_at", "delivered_at", "version", "confirmed_at", "slip_printed_at", "zone", "wait_note") VALUES (2, 'reshipment.reason 张三，上海市', 'reshipment.recipient 张三，上海市', 'reshipment.phone 张三，上海市', 'reshipment.address 张三，上海市', 'reshipment.postcode 张三，上海市', 'reshipment.country 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 1780000002, 'reshipment.zone 张三，上海市', 'reshipment.wait_note 张三，上海市');
INSERT INTO "reshipment" ("id", "reason", "recipient", "phone", "address", "postcode", "country", "packed_at", "sent_at", "delivered_at", "version", "confirmed_at", "slip_printed_at", "zone", "wait_note") VALUES (3, 'reshipment.reason 50 % off; --
second line', 'reshipment.recipient 50 % off; --
second line', 'reshipment.phone 50 % off; --
second line', 'reshipment.address 50 % off; --
second line', 'reshipment.postcode 50 % off; --
second line', 'reshipment.country 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 1780000003, 'reshipment.zone 50 % off; --
second line', 'reshipment.wait_note 50 % off; --
second line');
INSERT INTO "reshipment_line" ("id", "case_id", "position", "product_id", "sku", "title", "variant", "quantity", "price_minor") VALUES (1, 1, 1780000001, 1, 'reshipment_line.sku O''Brien "Max"', 'reshipment_line.title O''Brien "Max"', 'reshipment_line.variant O''Brien "Max"', 1780000001, 1780000001);
INSERT INTO "reshipment_line" ("id", "case_id", "position", "product_id", "sku", "title", "variant", "quantity", "price_minor") VALUES (2, 2, 1780000002, 2, 'reshipment_line.sku 张三，上海市', 'reshipment_line.title 张三，上海市', 'reshipment_line.variant 张三，上海市', 1780000002, 1780000002);
INSERT INTO "reshipment_line" ("id", "case_id", "position", "product_id", "sku", "title", "variant", "quantity", "price_minor") VALUES (3, 3, 1780000003, 3, 'reshipment_line.sku 50 % off; --
second line', 'reshipment_line.title 50 % off; --
second line', 'reshipment_line.variant 50 % off; --
second line', 1780000003, 1780000003);
INSERT INTO "return_case" ("id", "remedy", "goods_back", "freight_payer", "advice", "overridden", "send_by", "decided_at", "sent_at", "arrived_at", "slip_printed_at", "decline_reason", "version", "policy_id", "inspected_at", "wanted") VALUES (1, 'return_case.remedy O''Brien "Max"', 1780000001, 'return_case.freight_payer O''Brien "Max"', '{}', 1780000001, 'return_case.send_by O''Brien "Max"', 1780000001, 1780000001, 1780000001, 1780000001, 'return_case.decline_reason O''Brien "Max"', 1780000001, 1, 1780000001, 'return_case.wanted O''Brien "Max"');
INSERT INTO "return_case" ("id", "remedy", "goods_back", "freight_payer", "advice", "overridden", "send_by", "decided_at", "sent_at", "arrived_at", "slip_printed_at", "decline_reason", "version", "policy_id", "inspected_at", "wanted") VALUES (2, 'return_case.remedy 张三，上海市', 1780000002, 'return_case.freight_payer 张三，上海市', '{}', 1780000002, 'return_case.send_by 张三，上海市', 1780000002, 1780000002, 1780000002, 1780000002, 'return_case.decline_reason 张三，上海市', 1780000002, 2, 1780000002, 'return_case.wanted 张三，上海市');
INSERT INTO "return_case" ("id", "remedy", "goods_back", "freight_payer", "advice", "overridden", "send_by", "decided_at", "sent_at", "arrived_at", "slip_printed_at", "decline_reason", "version", "policy_id", "inspected_at", "wanted") VALUES (3, 'return_case.remedy 50 % off; --
second line', 1780000003, 'return_case.freight_payer 50 % off; --
second line', '{}', 1780000003, 'return_case.send_by 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 1780000003, 'return_case.decline_reason 50 % off; --
second line', 1780000003, 3, 1780000003, 'return_case.wanted 50 % off; --
second line');
INSERT INTO "return_line" ("id", "case_id", "position", "order_line_id", "product_id", "sku", "title", "variant", "quantity", "value_minor", "reason_id", "refund_minor") VALUES (1, 1, 1780000001, 1, 1, 'return_line.sku O''Brien "Max"', 'return_line.title O''Brien "Max"', 'return_line.variant O''Brien "Max"', 1780000001, 1780000001, 1, 1780000001);
INSERT INTO "return_line" ("id", "case_id", "position", "order_line_id", "product_id", "sku", "title", "variant", "quantity", "value_minor", "reason_id", "refund_minor") VALUES (2, 2, 1780000002, 2, 2, 'return_line.sku 张三，上海市', 'return_line.title 张三，上海市', 'return_line.variant 张三，上海市', 1780000002, 1780000002, 2, 1780000002);
INSERT INTO "return_line" ("id", "case_id", "position", "order_line_id", "product_id", "sku", "title", "variant", "quantity", "value_minor", "reason_id", "refund_minor") VALUES (3, 3, 1780000003, 3, 3, 'return_line.sku 50 % off; --
second line', 'return_line.title 50 % off; --
second line', 'return_line.variant 50 % off; --
second line', 1780000003, 1780000003, 3, 1780000003);
INSERT INTO "shop" ("id", "name", "platform", "region", "currency", "timezone", "return_name", "return_phone", "return_address", "created_at", "archived_at", "version", "buyer_language", "exchange_when", "masks_contacts") VALUES (1, 'shop.name O''Brien "Max"', 'shop.platform O''Brien "Max"', 'shop.region O''Brien "Max"', 'shop.currency O''Brien "Max"', 'shop.timezone O''Brien "Max"', 'shop.return_name O''Brien "Max"', 'shop.return_phone O''Brien "Max"', 'shop.return_address O''Brien "Max"', 1780000001, 1780000001, 1780000001, 'shop.buyer_language O''Brien "Max"', 'shop.exchange_when O''Brien "Max"', 1780000001);
INSERT INTO "shop" ("id", "name", "platform", "region", "currency", "timezone", "return_name", "return_phone", "return_address", "created_at", "archived_at", "version", "buyer_language", "exchange_when", "masks_contacts") VALUES (2, 'shop.name 张三，上海市', 'shop.platform 张三，上海市', 'shop.region 张三，上海市', 'shop.currency 张三，上海市', 'shop.timezone 张三，上海市', 'shop.return_name 张三，上海市', 'shop.return_phone 张三，上海市', 'shop.return_address 张三，上海市', 1780000002, 1780000002, 1780000002, 'shop.buyer_language 张三，上海市', 'shop.exchange_when 张三，上海市', 1780000002);
INSERT INTO "shop" ("id", "name", "platform", "region", "currency", "timezone", "return_name", "return_phone", "return_address", "created_at", "archived_at", "version", "buyer_language", "exchange_when", "masks_contacts") VALUES (3, 'shop.name 50 % off; --
second line', 'shop.platform 50 % off; --
second line', 'shop.region 50 % off; --
second line', 'shop.currency 50 % off; --
second line', 'shop.timezone 50 % off; --
second line', 'shop.return_name 50 % off; --
second line', 'shop.return_phone 50 % off; --
second line', 'shop.return_address 50 % off; --
second line', 1780000003, 1780000003, 1780000003, 'shop.buyer_language 50 % off; --
second line', 'shop.exchange_when 50 % off; --
second line', 1780000003);
INSERT INTO "shop_paper" ("id", "version", "shop_id", "logo", "lines", "foot") VALUES (1, 1780000001, 1, 'shop_paper.logo O''Brien "Max"', 'shop_paper.lines O''Brien "Max"', 'shop_paper.foot O''Brien "Max"');
INSERT INTO "shop_paper" ("id", "version", "shop_id", "logo", "lines", "foot") VALUES (2, 1780000002, 2, 'shop_paper.logo 张三，上海市', 'shop_paper.lines 张三，上海市', 'shop_paper.foot 张三，上海市');
INSERT INTO "shop_paper" ("id", "version", "shop_id", "logo", "lines", "foot") VALUES (3, 1780000003, 3, 'shop_paper.logo 50 % off; --
second line', 'shop_paper.lines 50 % off; --
second line', 'shop_paper.foot 50 % off; --
second line');
INSERT INTO "solution" ("id", "code", "content", "retired", "made_at", "made_by") VALUES (1, 'solution.code O''Brien "Max"', '{}', 1780000001, 1780000001, 'solution.made_by O''Brien "Max"');
INSERT INTO "solution" ("id", "code", "content", "retired", "made_at", "made_by") VALUES (2, 'solution.code 张三，上海市', '{}', 1780000002, 1780000002, 'solution.made_by 张三，上海市');
INSERT INTO "solution" ("id", "code", "content", "retired", "made_at", "made_by") VALUES (3, 'solution.code 50 % off; --
second line', '{}', 1780000003, 1780000003, 'solution.made_by 50 % off; --
second line');
INSERT INTO "timeline_entry" ("id", "case_id", "at", "person", "event", "text", "values") VALUES (1, 1, 1780000001, 'timeline_entry.person O''Brien "Max"', 'timeline_entry.event O''Brien "Max"', 'timeline_entry.text O''Brien "Max"', '{}');
INSERT INTO "timeline_entry" ("id", "case_id", "at", "person", "event", "text", "values") VALUES (2, 2, 1780000002, 'timeline_entry.person 张三，上海市', 'timeline_entry.event 张三，上海市', 'timeline_entry.text 张三，上海市', '{}');
INSERT INTO "timeline_entry" ("id", "case_id", "at", "person", "event", "text", "values") VALUES (3, 3, 1780000003, 'timeline_entry.person 50 % off; --
second line', 'timeline_entry.event 50 % off; --
second line', 'timeline_entry.text 50 % off; --
second line', '{}');
INSERT INTO "tracking_event" ("id", "parcel_id", "at", "place", "text", "status", "source", "added_at", "person") VALUES (1, 1, 1780000001, 'tracking_event.place O''Brien "Max"', 'tracking_event.text O''Brien "Max"', 'tracking_event.status O''Brien "Max"', 'tracking_event.source O''Brien "Max"', 1780000001, 'tracking_event.person O''Brien "Max"');
INSERT INTO "tracking_event" ("id", "parcel_id", "at", "place", "text", "status", "source", "added_at", "person") VALUES (2, 2, 1780000002, 'tracking_event.place 张三，上海市', 'tracking_event.text 张三，上海市', 'tracking_event.status 张三，上海市', 'tracking_event.source 张三，上海市', 1780000002, 'tracking_event.person 张三，上海市');
INSERT INTO "tracking_event" ("id", "parcel_id", "at", "place", "text", "status", "source", "added_at", "person") VALUES (3, 3, 1780000003, 'tracking_event.place 50 % off; --
second line', 'tracking_event.text 50 % off; --
second line', 'tracking_event.status 50 % off; --
second line', 'tracking_event.source 50 % off; --
second line', 1780000003, 'tracking_event.person 50 % off; --
second line');
INSERT INTO "transit_time" ("id", "courier", "zone", "days", "version") VALUES (1, 'transit_time.courier O''Brien "Max"', 'transit_time.zone O''Brien "Max"', 1780000001, 1780000001);
INSERT INTO "transit_time" ("id", "courier", "zone", "days", "version") VALUES (2, 'transit_time.courier 张三，上海市', 'transit_time.zone 张三，上海市', 1780000002, 1780000002);
INSERT INTO "transit_time" ("id", "courier", "zone", "days", "version") VALUES (3, 'transit_time.courier 50 % off; --
second line', 'transit_time.zone 50 % off; --
second line', 1780000003, 1780000003);
INSERT INTO case_fts(rowid, g) SELECT id, doc FROM case_doc;
INSERT INTO customer_fts(rowid, g) SELECT id, doc FROM customer_doc;
INSERT INTO order_fts(rowid, g) SELECT id, doc FROM order_doc;
