"""The job of `crm-eval score` as an analyst writes it with pandas: read, filter, orders, customers, gaps, RFM, score."""

import json
import sys
import time

import numpy as np
import pandas as pd

begun = time.perf_counter()
lines = pd.read_csv(
    sys.argv[1],
    dtype={
        "订单编号": "string", "客户编号": "string", "产品编号": "category", "产品类别": "category",
        "数量": "float64", "单价": "float64", "订单金额": "float64", "订单状态": "category", "负责人": "category",
    },
    parse_dates=["下单日期"],
)
read = time.perf_counter() - begun

done = lines[lines["订单状态"] == "已完成"]
as_of = done["下单日期"].max().normalize()
orders = (
    done.groupby(["客户编号", "订单编号"], sort=False, observed=True)
    .agg(amount=("订单金额", "sum"), at=("下单日期", "max"))
    .reset_index()
)
customers = orders.groupby("客户编号").agg(
    orders=("订单编号", "count"), revenue=("amount", "sum"), largest=("amount", "max"), first=("at", "min"), last=("at", "max")
)
customers["categories"] = done.groupby("客户编号", observed=True)["产品类别"].nunique()
customers["average_order"] = customers["revenue"] / customers["orders"]
customers["recency_days"] = (as_of - customers["last"].dt.normalize()).dt.days
customers = customers.sort_values("revenue", ascending=False)
customers["share"] = customers["revenue"] / customers["revenue"].sum()
customers["cumulative_share"] = customers["share"].cumsum()

days = orders.assign(day=orders["at"].dt.normalize()).drop_duplicates(["客户编号", "day"]).sort_values(["客户编号", "day"])
days["gap"] = days.groupby("客户编号")["day"].diff().dt.days
gaps = days.groupby("客户编号")["gap"].agg(["mean", "median", "std"])
customers = customers.join(gaps)
customers["overdue_ratio"] = customers["recency_days"] / customers["mean"]

year_ago = as_of - pd.DateOffset(years=1)
two_years_ago = as_of - pd.DateOffset(years=2)
this_year = orders[orders["at"] > year_ago].groupby("客户编号")["amount"].sum()
last_year = orders[(orders["at"] > two_years_ago) & (orders["at"] <= year_ago)].groupby("客户编号")["amount"].sum()
customers["growth"] = this_year / last_year - 1

for name, column, best_first in (("r", "recency_days", True), ("f", "orders", False), ("m", "revenue", False)):
    rank = customers[column].rank(pct=True, ascending=not best_first)
    customers[f"{name}_score"] = np.ceil(rank * 5).clip(1, 5).astype(int)

weights = {"revenue": 0.4, "orders": 0.2, "recency_days": 0.2, "growth": 0.1, "categories": 0.1}
points = pd.DataFrame(
    {column: customers[column].rank(pct=True, ascending=column != "recency_days") * 100 * weight for column, weight in weights.items()}
)
present = pd.DataFrame({column: customers[column].notna() * weight for column, weight in weights.items()})
customers["score"] = points.sum(axis=1) / present.sum(axis=1)
customers["tier"] = pd.cut(customers["cumulative_share"], [0, 0.5, 0.8, 1.01], labels=["高", "中", "低"])
customers.reset_index().to_json(sys.argv[2], orient="records", force_ascii=False, date_format="iso")

print(json.dumps({"seconds": time.perf_counter() - begun, "read": read, "customers": len(customers), "revenue": customers["revenue"].sum()}))
