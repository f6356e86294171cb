package com.example.shop;

/** A worker in a process of its own. Runs until it is ended. */
final class Till {
    private Till() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("till is a part of " + Till.class.getModule());
        Thread.currentThread().join();
    }
}
